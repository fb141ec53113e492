import { useCallnext } from "@callnext/react";
import { useState } from "react";
import { problemOf } from "../../api/problem.ts";
import type { User } from "../../api/types.ts";
import { askForPasskey, CeremonyEnded, type RequestOptions } from "./ceremony.ts";
import type { HalfSignIn } from "./half-sign-in.ts";
import { useFactorWords } from "./use-factor-words.ts";

export interface SecondFactor {
  readonly pending: boolean;
  readonly error: string | null;
  readonly sendCode: (code: string) => Promise<void>;
  readonly sendRecoveryCode: (code: string) => Promise<void>;
  readonly askPasskey: () => Promise<void>;
}

interface Options {
  readonly half: HalfSignIn;
  readonly onDone: (user: User) => Promise<void>;
  /** Its time or its tries are over: the password is asked for again. */
  readonly onOver: (reason: string) => void;
}

export function useSecondFactor({ half, onDone, onOver }: Options): SecondFactor {
  const client = useCallnext();
  const words = useFactorWords();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const mine = half.token === null ? {} : { pending: half.token };

  const run = async (proof: () => Promise<object>): Promise<void> => {
    if (pending) return;
    setPending(true);
    setError(null);
    try {
      const body = { ...mine, ...(await proof()) };
      await onDone((await client.request<{ user: User }>("POST", "/auth/second-factor", body)).user);
    } catch (failure) {
      const text = words(failure);
      setPending(false);
      if (!(failure instanceof CeremonyEnded) && problemOf(failure).code === "sign-in-over") onOver(text);
      else setError(text);
    }
  };
  return {
    pending,
    error,
    sendCode: (code) => run(async () => ({ code })),
    sendRecoveryCode: (recovery_code) => run(async () => ({ recovery_code })),
    askPasskey: () =>
      run(async () => {
        const path = "/auth/second-factor/passkey-options";
        return { passkey: await askForPasskey(await client.request<RequestOptions>("POST", path, mine)) };
      }),
  };
}
