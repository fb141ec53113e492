import { describe, expect, it } from "vitest";
import { draftOf, type Policy, policyOf } from "./policy-draft.ts";

describe("the policy editor", () => {
  it("gives back every policy as it was", () => {
    const policies: readonly Policy[] = [
      { kind: "fifo" },
      { kind: "priority", headStartMinutes: [10, 45] },
      { kind: "ratio", ordinary: 3, priority: 2 },
      { kind: "service-level", targetMinutes: [40, 20, 10] },
    ];
    for (const policy of policies) expect(policyOf(draftOf(policy))).toEqual(policy);
  });
  it("keeps what was typed for one policy while another is looked at", () => {
    const ratio = draftOf({ kind: "ratio", ordinary: 5, priority: 2 });
    expect(policyOf({ ...ratio, kind: "fifo" })).toEqual({ kind: "fifo" });
    expect(policyOf({ ...ratio, kind: "ratio" })).toEqual({ kind: "ratio", ordinary: 5, priority: 2 });
  });
});
