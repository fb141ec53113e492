import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { TwoTenants } from "../testing/tenant-swap/two-tenants.ts";

// The first wall is taken away: nobody's tenant is compared with anything any more.
vi.mock("../people/own-tenant.ts", () => ({ isOwn: () => true, isNamed: () => true }));

describe("two tenants held apart by row-level security alone", { timeout: 300_000 }, () => {
  let two: TwoTenants;
  beforeAll(async () => {
    two = await TwoTenants.open({ slugsCount: false });
  }, 120_000);
  afterAll(() => two[Symbol.asyncDispose]());

  test("P15 are told and change nothing of the other by any mixture of ids in any address", async () => {
    await expect(two.swapAddresses()).resolves.toBeUndefined();
  });

  test("P15 nor with any body and query, as anybody of the tenant", async () => {
    await expect(two.swapEverything()).resolves.toBeUndefined();
  });

  test("P14 are told nobody's name by public endpoints, whoever asks", async () => {
    await expect(two.swapPublic()).resolves.toBeUndefined();
  });

  test("P15 hear nothing of the other on any socket, when it opens and when something happens there", async () => {
    await expect(two.listen()).resolves.toBeUndefined();
  });

  test("are both served, and see their own", async () => {
    await expect(two.expectOwnCanaries()).resolves.toBeUndefined();
  });
});
