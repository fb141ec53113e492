/** Why the database did not do what was asked. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  /** `lost`: the connection broke, and nobody knows whether it was done; `claimed`: an idempotency key is in use. */
  readonly reason: "unreachable" | "lost" | "claimed";

  constructor(reason: StoreError["reason"]) {
    super(`The simulated database: ${reason}.`);
    this.reason = reason;
  }
}
