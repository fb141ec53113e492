/**
 * What a simulated node is made of: the parts of the server that do their work without a socket, a database or a
 * clock of their own. Read by the deterministic simulation only.
 */
export { coalesce } from "./shops/coalesce.ts";
export { HealthRecord } from "./shops/database-health.ts";
export { HeldShop } from "./shops/held-shop.ts";
export { OUTAGE_MS, POLL_MS } from "./shops/limits.ts";
export { type BatchPlan, planBatch, type Result } from "./shops/plan-batch.ts";
export type {
  Booker,
  CommandAnswer,
  CommandOutcome,
  CommandRefusal,
  IdempotencyClaim,
  Person,
  ShopRuntime,
  ShopSnapshot,
  Submission,
  TenantRef,
} from "./shops/shop-runtime.ts";
export { claimName, type StoredAnswer } from "./shops/stored-answer.ts";
export { createShopFeeds, type ShopFeeds } from "./stream/shop-feed.ts";
export type { Timers } from "./stream/timers.ts";
export { parseTopicName, project } from "./stream/topic-name.ts";
export { Boards } from "./stream/boards/boards.ts";
export { createTopics, type Topics } from "./stream/topics.ts";
export { findShop } from "./ws/find-shop.ts";
export { NativeSession } from "./ws/native/native-session.ts";
export { Outlet } from "./ws/outlet.ts";
export type { OutletSocket } from "./ws/outlet-socket.ts";
export { routeOf } from "./ws/routes.ts";
export { SeedSockets } from "./ws/seeds/seed-sockets.ts";
export type { SocketLog, SocketSession } from "./ws/socket-dependencies.ts";
export { SocketRegistry } from "./ws/socket-registry.ts";
export { withDeadline } from "./ws/with-deadline.ts";
