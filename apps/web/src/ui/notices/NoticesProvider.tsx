import { useCallback, useMemo, useState, type ReactNode } from "react";
import { NoticesContext, type Notice } from "./notices-context.ts";
import { NoticesRegion } from "./NoticesRegion.tsx";

/** More would hide the screen; the oldest go first. */
const MAX_SHOWN = 3;

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Notice[]>([]);
  const dismiss = useCallback(
    (id: string) => setShown((before) => before.filter((each) => each.id !== id)),
    [],
  );
  const show = useCallback(
    (notice: Notice) =>
      setShown((before) => [...before.filter((each) => each.id !== notice.id), notice].slice(-MAX_SHOWN)),
    [],
  );
  const notices = useMemo(() => ({ show, dismiss }), [show, dismiss]);
  return (
    <NoticesContext value={notices}>
      {children}
      <NoticesRegion shown={shown} onDismiss={dismiss} />
    </NoticesContext>
  );
}
