import { expect, test } from "vitest";
import { en } from "./texts/en.ts";
import { fr } from "./texts/fr.ts";
import { wo } from "./texts/wo.ts";
import { writeMail } from "./write-mail.ts";

const content = {
  kind: "invitation",
  to: "a@b.example",
  name: "Awa {organisation}",
  organisation: "La $& mairie",
  link: "https://x.example/i#k",
} as const;

test("a mail speaks the person's language, and French where it has no words", () => {
  const subjects = ["fr", "en-US", "wo", "de"].map((locale) => writeMail({ ...content, locale }).subject);
  expect(subjects[0]).toContain("vous invite");
  expect(subjects[1]).toContain("invites you");
  expect(subjects[2]).toContain("woo na la");
  expect(subjects[3]).toBe(subjects[0]);
});

test("the link stands alone on its line, and what people are called is only text", () => {
  const { text } = writeMail({ ...content, locale: "en" });
  expect(text.split("\n")).toContain(content.link);
  expect(text).toContain("La $& mairie");
  expect(text).toContain("Awa {organisation}");
});

test("every language names the same things", () => {
  const holes = (words: typeof en) =>
    JSON.stringify(words)
      .match(/\{\w+\}/g)
      ?.toSorted();
  expect(holes(fr)).toEqual(holes(en));
  expect(holes(wo)).toEqual(holes(en));
});
