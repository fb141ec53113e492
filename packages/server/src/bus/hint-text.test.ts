import { describe, expect, it } from "vitest";
import { hintTexts, readHints } from "./hint-text.ts";

describe("hints as text", () => {
  it("come back as they were, in payloads that PostgreSQL accepts", () => {
    const hints = Array.from({ length: 3_000 }, (_, index) => [index + 1, 1_000_000 + index] as const);
    const texts = hintTexts(hints);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThan(8_000);
    expect(texts.flatMap(readHints)).toEqual(hints.map(([shopId, seq]) => ({ shopId, seq })));
  });

  it("passes over what is no hint", () => {
    expect(readHints("")).toEqual([]);
    expect(readHints("drop table,1:2,x:3,4:,-1:5,1e3:6")).toEqual([{ shopId: 1, seq: 2 }]);
  });
});
