import { type Choices, createChoices } from "./choices.ts";
import { createMessages } from "./create-messages.ts";
import type { Handed } from "./handed.ts";
import { type MessageJobNeeds, MessageJobs } from "./jobs/message-jobs.ts";
import type { Messages } from "./messages.ts";
import { createPushBook } from "./push/push-book.ts";
import { createPushKeys } from "./push/push-keys.ts";
import { type TryOut, tryOut } from "./send/try-out.ts";
import { createSmsBook, type SmsBook } from "./sms/sms-book.ts";
import { createSpending, type Spending } from "./sms/spending.ts";
import type { SealingKeys } from "../people/seal.ts";

type Made = "choices" | "sms" | "spending" | "pushes" | "pushKeys";

export interface MessagingNeeds extends Omit<MessageJobNeeds, Made | "runtime"> {
  readonly runtime: MessageJobNeeds["runtime"] & Parameters<typeof createMessages>[0]["runtime"];
  readonly keys: SealingKeys;
}

/** Messages to visitors, and what organisations choose for them. */
export interface Messaging {
  readonly messages: Messages;
  readonly choices: Choices;
  readonly sms: SmsBook;
  readonly spending: Spending;
  readonly tryOut: (wish: TryOut) => Promise<Handed>;
}

/** Opens them and starts their jobs; `stack` ends these. */
export function openMessaging(needs: MessagingNeeds, stack: AsyncDisposableStack): Messaging {
  const { db, keys, now } = needs;
  const made = {
    choices: createChoices(db),
    sms: createSmsBook(db, keys),
    spending: createSpending(db, now),
    pushes: createPushBook(db, keys),
    pushKeys: createPushKeys(db, keys, now),
  };
  stack.use(new MessageJobs({ ...needs, ...made }));
  const all = { ...needs, ...made };
  return { ...made, messages: createMessages(all), tryOut: (wish) => tryOut(all, wish) };
}
