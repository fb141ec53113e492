export interface SecretCode {
  readonly tenantId: number;
  readonly shopId: number;
  /** As it was typed. */
  readonly phone: string;
  readonly locale: string;
  readonly code: string;
  /** How long it is good for. */
  readonly minutes: number;
}

/** `not-a-number`: no phone number that an SMS could go to. `cap-reached`: the month's money is spent. */
export type CodeOutcome = "sent" | "no-provider" | "not-a-number" | "cap-reached" | "failed";
