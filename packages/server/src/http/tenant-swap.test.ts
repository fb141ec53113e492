import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TwoTenants } from "../testing/tenant-swap/two-tenants.ts";

describe("two tenants with each other's ids", { timeout: 300_000 }, () => {
  let two: TwoTenants;
  beforeAll(async () => {
    two = await TwoTenants.open({ slugsCount: true });
  }, 120_000);
  afterAll(() => two[Symbol.asyncDispose]());

  test("have canaries that their own people see, so that a leak would be seen", async () => {
    await expect(two.expectOwnCanaries()).resolves.toBeUndefined();
  });

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

  test("are both served as before", async () => {
    await expect(two.expectServed()).resolves.toBeUndefined();
  });
});
