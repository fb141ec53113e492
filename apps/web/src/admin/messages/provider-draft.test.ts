import { expect, test } from "vitest";
import { bodyOf, draftOf, withPreset } from "./provider-draft.ts";

const preset = {
  ...{ id: "p", name: "P", url: "https://p.example", format: "form" as const, secret_is: "key" },
  ...{ headers: { Authorization: "Bearer {secret}", "X-A": "a:b" }, body: "to={to}&t={text}" },
};

test("a preset fills the form; sender, country and secret stay", () => {
  const draft = { ...draftOf(null, undefined), from: "Salon", country: "fr ", secret: "s" };
  expect(bodyOf(withPreset(draft, preset))).toEqual({
    ...{ name: "P", url: "https://p.example", format: "form", body: preset.body },
    ...{ headers: preset.headers, from: "Salon", country: "FR", secret: "s" },
  });
});

test("a provider that is there is not asked for its secret again", () => {
  const provider = { ...preset, from: "S", country: "SN", has_secret: true };
  expect(bodyOf(draftOf(provider, undefined))).not.toHaveProperty("secret");
});
