import { describe, expect, test } from "vitest";
import { MESSAGE_KINDS, PLACEHOLDERS } from "../message-kind.ts";
import { MESSAGE_LOCALES } from "../message-locale.ts";
import { smsParts } from "../sms/sms-parts.ts";
import { plainSigns } from "../sms/plain-signs.ts";
import { fillText, strangeHoles } from "./fill-text.ts";
import { sampleFillings } from "./sample-fillings.ts";
import { USUAL_TEXTS } from "./usual-texts.ts";

const sample = { organisation: "Salon", now: Date.UTC(2030, 2, 4), origin: "https://queue.example" };

describe("the usual words", () => {
  test.each(MESSAGE_KINDS)("of %s name what is known, the same in each language", (kind) => {
    const holes = MESSAGE_LOCALES.map((locale) => {
      const texts = USUAL_TEXTS[locale][kind];
      for (const text of Object.values(texts)) expect(strangeHoles(text, PLACEHOLDERS[kind])).toEqual([]);
      return [...texts.body.matchAll(/\{\w+\}/g)].map(String).toSorted();
    });
    expect(new Set(holes.map((names) => names.join())).size).toBe(1);
  });

  test.each(MESSAGE_KINDS)("of %s, filled, leave no hole and fit two SMS in French and English", (kind) => {
    for (const locale of MESSAGE_LOCALES) {
      const fillings = sampleFillings(kind, locale, sample);
      const { subject, body, short } = USUAL_TEXTS[locale][kind];
      for (const text of [subject, body, short])
        expect(fillText(text, fillings)).not.toMatch(/[{}]|undefined/);
      if (locale !== "wo") expect(smsParts(plainSigns(fillText(short, fillings)))).toBeLessThanOrEqual(2);
    }
  });
});

describe("filling in", () => {
  test("security: what is put in is text alone, and cannot make a line or a hole of its own", () => {
    const name = "Awa {link}\r\nBcc: all@x.example \u202E";
    expect(fillText("Hello {name}!", { name, link: "https://x.example" })).toBe(
      "Hello Awa {link} Bcc: all@x.example!",
    );
  });

  test("a name that nobody gave leaves no gap; a long one is cut", () => {
    expect(fillText("Hello {name},", {})).toBe("Hello,");
    expect(fillText("{name}", { name: "x".repeat(200) })).toHaveLength(80);
  });

  test("security: names of the language itself are no holes", () => {
    expect(fillText("a {constructor} {toString}", {})).toBe("a");
    expect(strangeHoles("{constructor} {name}", ["name"])).toEqual(["constructor"]);
  });
});
