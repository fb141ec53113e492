import { describe, expect, it } from "vitest";
import { shellOf } from "./shell-of.ts";

describe("shellOf", () => {
  it("keeps one document for each kind of page, and none for the rest", () => {
    expect(shellOf("/ticket/abc")).toBe("/ticket/");
    expect(shellOf("/display/d1/")).toBe("/display/");
    expect(shellOf("/display")).toBe("/display/");
    expect(shellOf("/appointment/12")).toBe("/appointment/");
    expect(shellOf("/displays")).toBeNull();
    expect(shellOf("/console")).toBeNull();
    expect(shellOf("/api/v1/public/tickets/x")).toBeNull();
  });
});
