import type { FastifyRequest } from "fastify";
import { ANYONE, mayWatchDisplay, type WatchedShop } from "../../devices/may-watch-display.ts";
import { membershipsSeeing } from "../../people/memberships-seeing.ts";
import type { Authorisation } from "./authorisation.ts";
import type { Context } from "./context.ts";
import { ProblemError } from "./problem-error.ts";
import { viewerOf } from "./viewer-of.ts";

/** What routes about one display declare. */
export const BY_DISPLAY: Authorisation = {
  kind: "inside",
  by: "the display's `public` flag, the key of a board of it, or the staff of its shop",
};

/** A display that is not public is for its own boards and the staff of its shop. */
export async function requireWatch(
  request: FastifyRequest,
  context: Context,
  shop: WatchedShop,
  displayId: string,
): Promise<void> {
  if (!shop.state.displays.has(displayId) || mayWatchDisplay(shop, displayId, ANYONE)) return;
  const viewer = await viewerOf(request, context);
  const memberships = await membershipsSeeing(context.directory, viewer.memberships, shop.state.shop.id);
  if (mayWatchDisplay(shop, displayId, { ...viewer, memberships })) return;
  throw new ProblemError("display-not-public");
}
