import { redirect } from "@tanstack/react-router";
import type { User } from "../api/types.ts";
import type { RouteContext } from "../route-context.ts";
import { meQuery } from "./me-query.ts";

/** The signed-in person, with all that is asked of them; or the page where they give it, which then leads back. */
export async function requireUser(context: RouteContext, from: string): Promise<User> {
  const user = await requireSignedIn(context, from);
  if (user.second_factor_required)
    throw redirect({ to: "/console/second-factor", search: from === "/console" ? {} : { then: from } });
  return user;
}

/** The signed-in person, or the sign-in page, which then leads back. */
export async function requireSignedIn({ client, queries }: RouteContext, from: string): Promise<User> {
  const user = await queries.ensureQueryData(meQuery(client));
  if (user === null)
    throw redirect({ to: "/console/sign-in", search: from === "/console" ? {} : { then: from } });
  return user;
}
