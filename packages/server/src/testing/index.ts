export { startTestApp, TEST_PASSWORD, type TestApp, type TestAppOptions } from "./start-test-app.ts";
export { type LoggedEvent, type LoggedTicket, readShopLog, type ShopLog } from "./read-shop-log.ts";
export { type LocalPostgres, startLocalPostgres } from "./start-local-postgres.ts";
