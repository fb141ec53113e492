import type { authBodies } from "@callnext/protocol";
import type { Session } from "../../people/session.ts";
import { ProblemError } from "../core/problem-error.ts";

/** The first organisation a person joined is the one shown first. */
export function userOnWire(session: Session): authBodies.User {
  const first = session.memberships[0];
  if (first === undefined) throw new ProblemError("forbidden");
  const { slug, name, locale } = first.tenant;
  return {
    id: session.userId,
    staff_id: first.staffId,
    email: session.email,
    full_name: session.fullName,
    role: first.role,
    tenant: { slug, name, locale },
    tenants: session.memberships.map(({ tenant, role }) => ({ slug: tenant.slug, name: tenant.name, role })),
  };
}
