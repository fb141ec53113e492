import { test as base } from "@playwright/test";
import { type DemoShop, demoClinic } from "./api.ts";
import { TestServer } from "./server.ts";

interface Fixtures {
  /** A server of this test's own, with the demo in it. */
  readonly server: TestServer;
  readonly clinic: DemoShop;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are wanted from this pattern
  server: async ({}, use) => {
    await using server = await TestServer.start();
    await use(server);
  },
  clinic: async ({ server }, use) => {
    await use(await demoClinic(server));
  },
});

export { expect } from "@playwright/test";
