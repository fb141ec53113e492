import { useCallnext } from "@callnext/react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../api/problem.ts";
import { CeremonyEnded } from "../session/factors/ceremony.ts";
import { useFactorWords } from "../session/factors/use-factor-words.ts";
import { meQuery } from "../session/me-query.ts";
import { factorsQuery } from "./factors-query.ts";

export interface FactorChange {
  readonly pending: boolean;
  /** What to say below the form. */
  readonly error: string | null;
  /** The password that was given is wrong: said at its field. */
  readonly passwordError: string | null;
  /** What came of it, or null after a refusal. */
  readonly run: <T>(change: () => Promise<T>) => Promise<T | null>;
}

/** One dialog's changes to how the person signs in; what is shown of them is fetched anew. */
export function useFactorChange(): FactorChange {
  const client = useCallnext();
  const queries = useQueryClient();
  const words = useFactorWords();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly text: string; readonly ofPassword: boolean } | null>(
    null,
  );
  const run = async <T>(change: () => Promise<T>): Promise<T | null> => {
    if (pending) return null;
    setPending(true);
    setRefusal(null);
    try {
      const done = await change();
      await queries.invalidateQueries({ queryKey: factorsQuery(client).queryKey });
      await queries.invalidateQueries({ queryKey: meQuery(client).queryKey });
      return done;
    } catch (failure) {
      const ofPassword = !(failure instanceof CeremonyEnded) && problemOf(failure).code === "password-wrong";
      setRefusal({ text: words(failure), ofPassword });
      return null;
    } finally {
      setPending(false);
    }
  };
  return {
    pending,
    error: refusal?.ofPassword === false ? refusal.text : null,
    passwordError: refusal?.ofPassword === true ? refusal.text : null,
    run,
  };
}
