import type { StaffQueue } from "@callnext/protocol";

export type Policy = StaffQueue["policy"];
export const POLICY_KINDS = [
  "fifo",
  "priority",
  "ratio",
  "service-level",
] as const satisfies readonly Policy["kind"][];

/** Every policy's numbers as typed, so that trying another policy and coming back loses nothing. */
export interface PolicyDraft {
  readonly kind: Policy["kind"];
  readonly numbers: {
    readonly headStartPriority: string;
    readonly headStartUrgent: string;
    readonly ordinary: string;
    readonly priority: string;
    readonly targetOrdinary: string;
    readonly targetPriority: string;
    readonly targetUrgent: string;
  };
}

export type PolicyNumber = keyof PolicyDraft["numbers"];

/** Which numbers belong to which policy. */
export const POLICY_NUMBERS: Readonly<Record<Policy["kind"], readonly PolicyNumber[]>> = {
  fifo: [],
  priority: ["headStartPriority", "headStartUrgent"],
  ratio: ["ordinary", "priority"],
  "service-level": ["targetOrdinary", "targetPriority", "targetUrgent"],
};

const USUAL: PolicyDraft["numbers"] = {
  headStartPriority: "15",
  headStartUrgent: "60",
  ordinary: "2",
  priority: "1",
  targetOrdinary: "30",
  targetPriority: "15",
  targetUrgent: "5",
};

export function draftOf(policy: Policy): PolicyDraft {
  switch (policy.kind) {
    case "fifo":
      return { kind: "fifo", numbers: USUAL };
    case "priority": {
      const [priority, urgent] = policy.headStartMinutes;
      return {
        kind: "priority",
        numbers: { ...USUAL, headStartPriority: String(priority), headStartUrgent: String(urgent) },
      };
    }
    case "ratio":
      return {
        kind: "ratio",
        numbers: { ...USUAL, ordinary: String(policy.ordinary), priority: String(policy.priority) },
      };
    case "service-level": {
      const [ordinary, priority, urgent] = policy.targetMinutes;
      const targets = {
        targetOrdinary: String(ordinary),
        targetPriority: String(priority),
        targetUrgent: String(urgent),
      };
      return { kind: "service-level", numbers: { ...USUAL, ...targets } };
    }
  }
}

export function policyOf({ kind, numbers }: PolicyDraft): Policy {
  const of = (name: PolicyNumber): number => Number(numbers[name]);
  switch (kind) {
    case "fifo":
      return { kind };
    case "priority":
      return { kind, headStartMinutes: [of("headStartPriority"), of("headStartUrgent")] };
    case "ratio":
      return { kind, ordinary: of("ordinary"), priority: of("priority") };
    case "service-level":
      return { kind, targetMinutes: [of("targetOrdinary"), of("targetPriority"), of("targetUrgent")] };
  }
}
