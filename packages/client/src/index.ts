export type { CallnextClient, ConnectionState, Readable, RequestOptions, TopicState } from "./contract.ts";
export type { Command, CommandQueueState, QueuedCommand, RejectedCommand } from "./commands/command.ts";
export { type CommandQueue, type CommandQueueOptions, createCommandQueue } from "./commands/command-queue.ts";
export { type CallnextOptions, createCallnext } from "./create-callnext.ts";
export {
  ReconnectingSocket,
  type ReconnectingSocketOptions,
  type ReconnectingSocketState,
} from "./documented/reconnecting-socket.ts";
export { browserEnvironment } from "./environment/browser-environment.ts";
export type {
  Environment,
  FetchOptions,
  KeyValueStore,
  ResponseLike,
  SocketHandlers,
  SocketLike,
} from "./environment/environment.ts";
export { CallnextError, type CallnextErrorFields } from "./http/callnext-error.ts";
export { indexedDbStore } from "./store/indexed-db-store.ts";
export type { BoardReport } from "./topics/board-reports.ts";
export { memoryStore } from "./store/memory-store.ts";
