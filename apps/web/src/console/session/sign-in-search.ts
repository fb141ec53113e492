import { searchThen } from "./search-then.ts";

export interface SignInSearch {
  readonly then?: string;
  /** A sign-in elsewhere has come back and still wants a second factor. */
  readonly step?: "second-factor";
  /** Why a sign-in elsewhere did not come about: a problem's code. */
  readonly refused?: string;
}

export function signInSearch(search: Record<string, unknown>): SignInSearch {
  const { step, refused } = search;
  return {
    ...searchThen(search),
    ...(step === "second-factor" ? { step } : {}),
    ...(typeof refused === "string" && /^oidc-[a-z-]{1,40}$/.test(refused) ? { refused } : {}),
  };
}
