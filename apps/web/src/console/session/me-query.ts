import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";
import { problemOf } from "../api/problem.ts";
import type { User } from "../api/types.ts";

/** Who is signed in, or null. Rejects only when the server cannot be asked. */
export function meQuery(client: CallnextClient) {
  return queryOptions({
    queryKey: ["me"],
    staleTime: 60_000,
    queryFn: async (): Promise<User | null> => {
      try {
        return (await client.request<{ user: User }>("GET", "/auth/me")).user;
      } catch (error) {
        if (problemOf(error).status === 401) return null;
        throw error;
      }
    },
  });
}
