import type { Frame } from "./test-client.ts";

export interface ListedItem {
  readonly id: number;
  readonly full_name: string;
  readonly position_in_queue: number;
  readonly status: string;
}

/** What a page written from the first document holds: it replaces on `queue_update` and appends on `new_entry` without a check. */
export const firstDocumentPage = (frames: readonly Frame[]): readonly ListedItem[] => {
  let items: readonly ListedItem[] = [];
  for (const frame of frames) {
    if (frame.type === "queue_update") items = frame["queue_items"] as readonly ListedItem[];
    if (frame.type === "new_entry") items = [...items, frame["queue_item"] as ListedItem];
  }
  return items;
};
