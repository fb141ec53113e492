import { PROBLEMS } from "@callnext/protocol";
import { describe, expect, it } from "vitest";

type Common = { readonly refusal: Readonly<Record<string, string>> };

const french = import.meta.glob<Common>("./fr/common.json", { eager: true, import: "default" })[
  "./fr/common.json"
];

describe("refusals", () => {
  it("have words for every code that the server can give", () => {
    expect(Object.keys(PROBLEMS).filter((code) => french?.refusal[code] === undefined)).toEqual([]);
  });
});
