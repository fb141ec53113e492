import type { authBodies } from "@callnext/protocol";
import type { Session } from "../../people/session.ts";
import { ProblemError } from "../core/problem-error.ts";

/** The first organisation a person joined is the one shown first. */
export function userOnWire(session: Session): authBodies.User {
  const memberships = [...session.memberships, ...session.awaitingFactor];
  const first = memberships[0];
  if (first === undefined || first.staffId === null) throw new ProblemError("forbidden");
  const { slug, name, locale } = first.tenant;
  return {
    id: session.userId,
    staff_id: first.staffId,
    email: session.email,
    full_name: session.fullName,
    role: first.role,
    is_operator: session.isOperator,
    second_factor_required: session.awaitingFactor.length > 0,
    tenant: { slug, name, locale },
    tenants: memberships.map(({ tenant, role }) => ({ slug: tenant.slug, name: tenant.name, role })),
  };
}
