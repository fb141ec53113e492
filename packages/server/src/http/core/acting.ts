import type { Actor } from "@callnext/core";
import type { FastifyRequest } from "fastify";
import type { Access } from "./access.ts";
import { accessOf } from "./gate.ts";

/** In whose name a request acts that its gate let in. */
export interface Acting {
  readonly by: Actor;
  /** The scope of its `Idempotency-Key`. */
  readonly claimant: string;
}

export function actingFor(request: FastifyRequest): Acting {
  return actingBy(accessOf(request));
}

export function actingBy({ caller, membership }: Access): Acting {
  if (caller.kind === "integration") {
    const { keyId } = caller.integration;
    return { by: { kind: "integration", id: keyId }, claimant: `integration:${keyId}` };
  }
  if (membership.staffId === null) throw new Error("a membership without a member of staff is an API key's");
  return { by: { kind: "staff", id: membership.staffId }, claimant: `staff:${membership.staffId}` };
}
