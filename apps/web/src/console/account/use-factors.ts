import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { factorsQuery, type OwnFactors } from "./factors-query.ts";

/** Null until they are known. */
export function useFactors(): OwnFactors | null {
  return useQuery(factorsQuery(useCallnext())).data ?? null;
}
