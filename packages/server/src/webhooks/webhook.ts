/** Whom else an organisation tells what happens in its shops. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly active: boolean;
  readonly createdAt: Date;
  readonly last: Delivery | null;
}

/** How one try went. */
export interface Delivery {
  readonly eventId: string;
  readonly type: string;
  readonly at: Date;
  readonly attempt: number;
  readonly outcome: "delivered" | "failed" | "given-up";
  /** What the other server answered, where it did. */
  readonly status: number | null;
  /** Why it did not (`OutboundFailure`). */
  readonly failure: string | null;
}
