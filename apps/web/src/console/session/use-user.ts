import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import type { User } from "../api/types.ts";
import { meQuery } from "./me-query.ts";

/** The signed-in person; null while unknown or signed out. */
export function useUser(): User | null {
  return useQuery(meQuery(useCallnext())).data ?? null;
}
