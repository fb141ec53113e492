import { isoTime, type PlaceChange, type ShopState } from "@callnext/core";
import type { records } from "@callnext/protocol";

export function placeChangeOnWire(change: PlaceChange, state: ShopState): records.PlaceChangeOnWire {
  const { queueId, at, seq: _, ...rest } = change;
  const happened = { at: isoTime(at), queue_name: state.queues.get(queueId)?.name ?? "" };
  return rest.kind === "moved"
    ? { ...rest, ...happened, parts: rest.parts.map((part) => ({ ...part })) }
    : { ...rest, ...happened };
}
