import type { ShopEvent } from "@callnext/core";
import type { ShopRuntime } from "../shops/shop-runtime.ts";

/** More than the busiest day has. */
const MOST_EVENTS = 30_000;
const PAGE = 2_000;

/** The events after `since` up to `upTo`; undefined where they are too many to be told in one answer. */
export async function readLog(
  runtime: Pick<ShopRuntime, "events">,
  shopId: number,
  since: number,
  upTo: number,
): Promise<readonly ShopEvent[] | undefined> {
  const events: ShopEvent[] = [];
  for (let from = since; ;) {
    const page = await runtime.events(shopId, from, PAGE);
    events.push(...page.filter(({ seq }) => seq <= upTo));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE || last.seq >= upTo) return events;
    if (events.length > MOST_EVENTS) return undefined;
    from = last.seq;
  }
}
