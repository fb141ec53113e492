import { describe, expect, test } from "vitest";
import { providerProblem } from "./check-provider.ts";
import { phoneNumber } from "./phone-number.ts";
import { plainSigns } from "./plain-signs.ts";
import { smsParts } from "./sms-parts.ts";
import { SMS_PRESETS } from "./sms-presets.ts";
import type { SmsProvider } from "./sms-provider.ts";
import { smsRequest } from "./sms-request.ts";

const provider: SmsProvider = {
  name: "P",
  url: "https://sms.example/send",
  format: "json",
  headers: { Authorization: "Basic {secret64}" },
  body: '{"messages":[{"to":["{to_digits}"],"text":"{text}","n":1}],"from":"{from}"}',
  from: "Salon",
  country: "SN",
};
const rules = { allowedOrigins: [] };

describe("a request for an SMS", () => {
  const nasty = '"},{"to":"x&y=1"} {secret} \\ \n é';

  test("security: what is put in stays one value of the JSON", () => {
    const { headers, body } = smsRequest(provider, "a:b", { to: "+221771234567", text: nasty });
    expect(JSON.parse(body)).toEqual({
      messages: [{ to: ["221771234567"], text: nasty, n: 1 }],
      from: "Salon",
    });
    expect(headers).toMatchObject({ authorization: "Basic YTpi", "content-type": "application/json" });
  });

  test("security: and one value of the form", () => {
    const form = { ...provider, format: "form", body: "To={to}&From={from}&Body={text}&k={secret}" } as const;
    const { body } = smsRequest(form, "s&s", { to: "+221771234567", text: nasty });
    expect([...new URLSearchParams(body)]).toEqual([
      ["To", "+221771234567"],
      ["From", "Salon"],
      ["Body", nasty],
      ["k", "s&s"],
    ]);
  });

  test("every preset makes one that its provider's form can be", () => {
    for (const { id, name, url, format, headers, body } of SMS_PRESETS) {
      const filled = {
        ...provider,
        name,
        url: url === "https://" ? provider.url : url,
        format,
        headers,
        body,
      };
      expect([id, providerProblem(filled, rules)]).toEqual([id, null]);
      expect(smsRequest(filled, "k", { to: "+221771234567", text: "hé" }).body).toContain("221771234567");
    }
  });
});

describe("a provider as it was typed", () => {
  test.each([
    ["url", { url: "http://sms.example/" }],
    ["url", { url: "https://10.0.0.1/" }],
    ["url", { url: "https://user:pw@sms.example/" }],
    ["country", { country: "XX" }],
    ["headers", { headers: { Host: "elsewhere" } }],
    ["headers", { headers: { "X-A": "a\r\nX-B: b" } }],
    ["headers", { headers: { "X A": "a" } }],
    ["body", { body: "{" }],
    ["body", { body: '{"to":"{to}"}' }],
    ["body", { body: '{"{to}":"{text}"}' }],
  ] as const)("is refused for its %s: %j", (field, change) => {
    expect(providerProblem({ ...provider, ...change }, rules)?.field).toBe(field);
  });
});

describe("phone numbers", () => {
  test.each([
    ["77 123 45 67", "SN", "+221771234567"],
    ["+221 77 123 45 67", "FR", "+221771234567"],
    ["00221771234567", "SN", "+221771234567"],
    ["06 12 34 56 78", "FR", "+33612345678"],
    ["12", "SN", null],
    ["none", "SN", null],
  ])("%s in %s is %s", (typed, country, number) => {
    expect(phoneNumber(typed, country)).toBe(number);
  });
});

describe("what an SMS costs", () => {
  test.each([
    ["a".repeat(160), 1],
    ["a".repeat(161), 2],
    ["é".repeat(160), 1],
    [`${"a".repeat(159)}€`, 2],
    [`${"a".repeat(69)}ê`, 1],
    [`${"a".repeat(70)}ê`, 2],
    ["a".repeat(307), 3],
  ])("text %# leaves in as many parts", (text, parts) => {
    expect(smsParts(text)).toBe(parts);
  });

  test("typographers' signs do not make it dearer", () => {
    expect(plainSigns("l’heure « x » – …\u202F!")).toBe('l\'heure " x " - ... !');
  });
});
