import type { AuditActor } from "../../audit/audit-entry.ts";
import type { Access } from "./access.ts";

/** Who the audit log says it was. */
export function actorOf({ caller, membership }: Access): AuditActor {
  switch (caller.kind) {
    case "person":
      return { kind: "staff", id: String(membership.staffId) };
    case "integration":
      return { kind: "integration", id: caller.integration.keyId };
    case "device":
      return { kind: "device", id: caller.device.id };
  }
}
