import type { PlannedKind } from "./message-kind.ts";

export type SmsUse = "always" | "if-nothing-else" | "never";

/** By which ways a kind of message goes, where the visitor left what it needs. */
export interface Ways {
  readonly mail: boolean;
  readonly push: boolean;
  /** It is the one that costs. */
  readonly sms: SmsUse;
}

/** What an organisation chose for its messages. */
export interface MessageSettings {
  /** How long before an appointment its visitor is reminded, each time. */
  readonly reminderMinutes: readonly number[];
  readonly ways: Readonly<Record<PlannedKind, Ways>>;
  /** Of one SMS part, and at most in a calendar month (UTC), in ten-thousandths of `currency`. Null: no limit. */
  readonly smsPrice: number;
  readonly monthlyCap: number | null;
  /** As people write it: `XOF`, `€`. */
  readonly currency: string;
}

/** Money is counted in whole numbers of these. */
export const COST_UNIT = 10_000;

const USUAL: Ways = { mail: true, push: true, sms: "if-nothing-else" };
/** Minutes count: whoever waits looks at the phone, and nobody at mail. */
const AT_THE_SHOP: Ways = { mail: false, push: true, sms: "never" };

export const USUAL_MESSAGE_SETTINGS: MessageSettings = {
  reminderMinutes: [24 * 60, 2 * 60],
  ways: {
    "appointment-confirmed": USUAL,
    "appointment-changed": USUAL,
    "appointment-cancelled": USUAL,
    "appointment-reminder": USUAL,
    "appointment-late": USUAL,
    "appointment-offer": USUAL,
    "ticket-near": AT_THE_SHOP,
    "ticket-called": AT_THE_SHOP,
  },
  smsPrice: 0,
  monthlyCap: null,
  currency: "",
};

/** Whether nobody is to be told at all. */
export function isSilent({ mail, push, sms }: Ways): boolean {
  return !mail && !push && sms === "never";
}
