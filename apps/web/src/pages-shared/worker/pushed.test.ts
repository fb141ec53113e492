import { describe, expect, it } from "vitest";
import { pushed } from "./pushed.ts";

const ORIGIN = "https://queue.example";
const message = (fields: object): string =>
  JSON.stringify({ title: "Today, 14:30", text: "Haircut", tag: "a7", ...fields });

describe("pushed", () => {
  it("reads the server's message", () => {
    expect(pushed(message({ url: "/appointment/7#k=abc" }), ORIGIN)).toEqual({
      title: "Today, 14:30",
      text: "Haircut",
      tag: "a7",
      url: `${ORIGIN}/appointment/7#k=abc`,
    });
    expect(pushed(message({ url: `${ORIGIN}/ticket/x` }), ORIGIN).url).toBe(`${ORIGIN}/ticket/x`);
  });
  it("leads to no other site", () => {
    for (const url of ["https://evil.example/", "//evil.example", "javascript:alert(1)", "https://", 7])
      expect(pushed(message({ url }), ORIGIN).url).toBe(`${ORIGIN}/`);
  });
  it("shows something for whatever comes", () => {
    for (const text of ["", "{", "null", "[]", '"x"'])
      expect(pushed(text, ORIGIN)).toEqual({
        title: "Callnext",
        text: "",
        tag: "callnext",
        url: `${ORIGIN}/`,
      });
  });
});
