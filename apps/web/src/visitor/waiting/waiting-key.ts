import { browserStorage } from "../../pages-shared/browser-storage.ts";

const placeOf = (id: string): string => `callnext.waiting.${id}`;

/** Keeps what proves that an entry of a waiting list is this phone's. */
export function keepWaitingKey(storage: Storage | null, id: string, key: string): void {
  try {
    storage?.setItem(placeOf(id), key);
  } catch {
    // A phone that keeps nothing still has the private link and the cookie.
  }
}

/** Out of the private link, which is then taken from the address bar (it would end in screenshots and histories), or as kept before. */
export function takeWaitingKey(id: string, place: Location, history: History): string | null {
  const given = /^#k=(.+)$/.exec(place.hash)?.[1];
  if (given === undefined) return browserStorage()?.getItem(placeOf(id)) ?? null;
  keepWaitingKey(browserStorage(), id, given);
  history.replaceState(null, "", place.pathname + place.search);
  return given;
}
