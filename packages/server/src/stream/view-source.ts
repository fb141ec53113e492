import type { View } from "@callnext/core";

/** What an audience sees, or why it may not see it now. */
export type Projection =
  | { readonly open: true; readonly view: View }
  | { readonly open: false; readonly code: string };

/** Where a topic's view comes from. */
export interface ViewSource {
  readonly epoch: string;
  /** Grows with whatever may change the view; never goes back within an epoch. */
  readonly seq: number;
  /** How long ago this was last known to be the newest, ms. */
  readonly verifiedMsAgo: number;
  project(): Projection;
  /** Called when there may be something new. */
  listen(listener: () => void): Disposable;
}
