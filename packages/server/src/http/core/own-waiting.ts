import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { WaitingEntry } from "../../waiting-list/waiting-entry.ts";
import type { Authorisation } from "./authorisation.ts";
import type { Context } from "./context.ts";
import { freshSnapshotOf, requireInForce } from "./find-place.ts";
import { addressed } from "./params.ts";
import { ProblemError } from "./problem-error.ts";
import { holdsWaiting } from "./waiting-cookie.ts";

/** What routes about a visitor's own entry of a waiting list declare. */
export const BY_WAITING: Authorisation = { kind: "inside", by: "the entry's cookie or private link" };

export const OwnWaitingId = z.object({ waitingId: addressed });

export interface OwnEntry {
  readonly entry: WaitingEntry;
  readonly snapshot: ShopSnapshot;
}

/** Whoever does not hold the entry learns nothing, not even that it is there. */
export async function ownEntry(request: FastifyRequest, context: Context, id: string): Promise<OwnEntry> {
  const place = holdsWaiting(request, context, id)
    ? await context.directory.placeOf("waiting", id)
    : undefined;
  const entry = place === undefined ? undefined : await context.waitingBook.find(place.tenantId, id);
  if (entry === undefined) throw new ProblemError("waiting-not-found");
  // The answer to an offer may have been given on another node.
  const snapshot = await freshSnapshotOf(context, entry.shopId);
  requireInForce(snapshot);
  return { entry, snapshot };
}
