import { useState } from "react";
import { appointmentHeaders, appointmentPath } from "../booking-paths.ts";
import { useAppointmentWords } from "./catalogue.ts";

interface Props {
  readonly id: number;
  readonly appointmentKey: string | null;
}

const WITHIN_MS = 10_000;

/** Fetched and then handed over as a file: a plain link could not carry the key, and a key in its address would be logged. */
export function CalendarButton({ id, appointmentKey }: Props) {
  const t = useAppointmentWords();
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const fetchFile = async (): Promise<void> => {
    setState("busy");
    try {
      saveFile(await calendarFile(id, appointmentKey), `appointment-${id}.ics`);
      setState("ready");
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      <button
        type="button"
        className="button"
        data-testid="calendar"
        aria-disabled={state === "busy"}
        onClick={() => (state === "busy" ? undefined : void fetchFile())}
      >
        {t("calendar")}
      </button>
      {state === "failed" ? (
        <p className="wrong" role="alert">
          {t("refused.network")}
        </p>
      ) : null}
    </>
  );
}

async function calendarFile(id: number, key: string | null): Promise<Blob> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), WITHIN_MS);
  try {
    const answer = await fetch(`/api/v1${appointmentPath(id)}calendar.ics`, {
      headers: appointmentHeaders(key),
      credentials: "same-origin",
      signal: controller.signal,
    });
    if (!answer.ok) throw new Error(`the calendar file: ${answer.status}`);
    return await answer.blob();
  } finally {
    clearTimeout(timer);
  }
}

function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), WITHIN_MS);
}
