import { type LoggedEvent, readShopLog, type ShopLog } from "@callnext/server/testing";
import type { TestServer } from "../../support/server.ts";

export type { LoggedEvent, ShopLog };

/** What PostgreSQL itself holds of the shop, past the server. */
export function shopLogOf({ dataDir }: TestServer, shopId: number): Promise<ShopLog> {
  return readShopLog(dataDir, shopId);
}
