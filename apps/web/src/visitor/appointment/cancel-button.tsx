import { AskTwice } from "../ask-twice.tsx";
import { useAppointmentWords } from "./catalogue.ts";

/** Giving up the time: somebody else may have it a moment later. */
export function CancelButton({ busy, onCancel }: { readonly busy: boolean; readonly onCancel: () => void }) {
  const t = useAppointmentWords();
  const words = {
    ask: t("cancel.ask"),
    question: t("cancel.question"),
    warning: t("cancel.warning"),
    stay: t("cancel.stay"),
    yes: t("cancel.yes"),
  };
  return <AskTwice name="cancel" words={words} busy={busy} onYes={onCancel} />;
}
