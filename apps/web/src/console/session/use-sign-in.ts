import { useCallnext } from "@callnext/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemText } from "../api/problem-text.ts";
import { problemOf } from "../api/problem.ts";
import type { User } from "../api/types.ts";
import type { HalfSignIn } from "./factors/half-sign-in.ts";
import { useEnter } from "./use-enter.ts";

export interface SigningIn {
  readonly pending: boolean;
  readonly error: string | null;
  /** The password was right, and a second factor is asked for. */
  readonly half: HalfSignIn | null;
  readonly signIn: (email: string, password: string) => Promise<void>;
  readonly enter: (user: User) => Promise<void>;
  /** Back to the password, with the reason. */
  readonly startAgain: (reason: string | null) => void;
}

type Answer =
  | { readonly user: User }
  | { readonly second_factor: HalfSignIn["factors"]; readonly pending: string };

/** Signs in with address and password; the second factor, where there is one, is asked for after that. */
export function useSignIn(then: string | undefined): SigningIn {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const enter = useEnter(then);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [half, setHalf] = useState<HalfSignIn | null>(null);

  const signIn = async (email: string, password: string): Promise<void> => {
    if (pending) return;
    setPending(true);
    setError(null);
    try {
      const answer = await client.request<Answer>("POST", "/auth/login", { email: email.trim(), password });
      if ("user" in answer) {
        await enter(answer.user);
        return;
      }
      setHalf({ factors: answer.second_factor, token: answer.pending });
    } catch (failure) {
      setError(problemText(t, problemOf(failure)));
    }
    setPending(false);
  };
  const startAgain = (reason: string | null): void => {
    setHalf(null);
    setError(reason);
  };
  return { pending, error, half, signIn, enter, startAgain };
}
