import { describe, expect, it } from "vitest";
import type { AuditEntry } from "./audit-entry.ts";
import { createDeskViews } from "./desk-views.ts";

const HOUR_MS = 3_600_000;
const view = {
  tenantId: 1,
  shopId: 2,
  actor: { kind: "staff", id: "7" },
  credential: "session:a",
  ip: "192.0.2.1",
} as const;

describe("looks at visitors' data", () => {
  it("security: are noted once for each credential, shop and hour", async () => {
    const noted: AuditEntry[] = [];
    let clock = 10 * HOUR_MS;
    const views = createDeskViews({ note: (entry) => Promise.resolve(void noted.push(entry)) }, () => clock);
    await views.seen(view);
    clock += HOUR_MS - 1;
    await views.seen(view);
    await views.seen({ ...view, shopId: 3 });
    await views.seen({ ...view, credential: "session:b" });
    clock += 1;
    await views.seen(view);
    expect(noted.map(({ shopId, subject }) => [shopId, subject])).toEqual([
      [2, "shop:2"],
      [3, "shop:3"],
      [2, "shop:2"],
      [2, "shop:2"],
    ]);
    expect(JSON.stringify(noted)).not.toContain("session:");
  });

  it("security: one that could not be noted is tried again", async () => {
    let fails = true;
    let count = 0;
    const note = (): Promise<void> =>
      fails ? Promise.reject(new Error("away")) : Promise.resolve(void (count += 1));
    const views = createDeskViews({ note }, () => 0);
    await expect(views.seen(view)).rejects.toThrow("away");
    fails = false;
    await views.seen(view);
    expect(count).toBe(1);
  });
});
