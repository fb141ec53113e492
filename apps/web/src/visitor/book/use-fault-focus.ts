import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Leads the focus to the first field that is to be put right, once it is marked. */
export function useFaultFocus(): {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly toFault: () => void;
} {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState(0);
  useEffect(() => {
    if (faults > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [faults]);
  const toFault = useCallback(() => setFaults((n) => n + 1), []);
  return { form, toFault };
}
