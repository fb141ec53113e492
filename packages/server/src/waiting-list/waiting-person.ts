import type { WaitingPerson } from "../messages/send/situation.ts";
import { isOpenEntry } from "./waiting-entry.ts";
import { waitingPath } from "./waiting-path.ts";
import type { WaitingBook } from "./waiting-book.ts";

type Needs = Parameters<typeof waitingPath>[0] & { readonly waitingBook: Pick<WaitingBook, "find"> };

/** Whom a message about an offer goes to; null where they no longer wait. */
export function waitingPersons(needs: Needs) {
  return async (tenantId: number, waitingId: string): Promise<WaitingPerson | null> => {
    const entry = await needs.waitingBook.find(tenantId, waitingId);
    if (entry === undefined || !isOpenEntry(entry)) return null;
    const { fullName, phone, email, locale } = entry;
    return { fullName, phone, email, locale, path: waitingPath(needs, waitingId) };
  };
}
