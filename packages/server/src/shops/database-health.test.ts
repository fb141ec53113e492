import { describe, expect, it } from "vitest";
import { HealthRecord } from "./database-health.ts";

describe("the record of the database's health", () => {
  it("calls it down only after two seconds without an answer, and up with the first answer", () => {
    let now = 1_000;
    const health = new HealthRecord(() => now);
    now = 2_000;
    health.answered();
    now = 3_999;
    health.failed();
    expect(health.current).toEqual({ database: "up", since: 1_000 });
    now = 4_000;
    health.failed();
    expect(health.current).toEqual({ database: "down", since: 2_000 });
    now = 9_000;
    health.failed();
    expect(health.current).toEqual({ database: "down", since: 2_000 });
    health.answered();
    expect(health.current).toEqual({ database: "up", since: 9_000 });
  });
});
