import { describe, expect, it } from "vitest";
import { readChoice } from "./read-choice.ts";

describe("readChoice: what a browser kept of the desk", () => {
  it("reads what was written", () => {
    expect(readChoice('{"counter":"3","queueIds":["q1"]}')).toEqual({ counter: "3", queueIds: ["q1"] });
  });
  it("takes anything odd for nothing chosen", () => {
    for (const odd of [null, "", "{", "3", "null", '{"counter":7,"queueIds":"all"}', '{"counter":"  "}']) {
      expect(readChoice(odd)).toEqual({ counter: null, queueIds: null });
    }
  });
});
