import { AskTwice } from "../ask-twice.tsx";
import { useWaitingWords } from "./catalogue.ts";

export function LeaveList({ busy, onLeave }: { readonly busy: boolean; readonly onLeave: () => void }) {
  const t = useWaitingWords();
  return (
    <AskTwice
      name="leave"
      words={{
        ask: t("leave.ask"),
        question: t("leave.question"),
        stay: t("leave.stay"),
        yes: t("leave.yes"),
      }}
      busy={busy}
      onYes={onLeave}
    />
  );
}
