import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../api/problem.ts";
import type { DemoInfo } from "../api/types.ts";

/** What the demo server tells newcomers; null on any other server. */
export function useDemo(): DemoInfo | null {
  const client = useCallnext();
  const query = useQuery({
    queryKey: ["demo"],
    staleTime: Infinity,
    queryFn: async (): Promise<DemoInfo | null> => {
      try {
        return await client.request<DemoInfo>("GET", "/demo");
      } catch (error) {
        if (problemOf(error).status === 404) return null;
        throw error;
      }
    },
  });
  return query.data ?? null;
}
