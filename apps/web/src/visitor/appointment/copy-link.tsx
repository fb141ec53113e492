import { useState } from "react";
import { useAppointmentWords } from "./catalogue.ts";

/** The private link, for another phone or a person trusted. Old browsers and insecure addresses go without. */
export function CopyLink({ id, appointmentKey }: { readonly id: number; readonly appointmentKey: string }) {
  const t = useAppointmentWords();
  const [copied, setCopied] = useState(false);
  if (!("clipboard" in navigator)) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${location.origin}/appointment/${id}#k=${appointmentKey}`);
    setCopied(true);
  };
  return (
    <>
      <button
        type="button"
        className="button"
        data-testid="copy-link"
        onClick={() => void copy().catch(() => undefined)}
      >
        {t("copy")}
      </button>
      <p className="quiet hint" role="status">
        {copied ? t("copied") : t("keepLink")}
      </p>
    </>
  );
}
