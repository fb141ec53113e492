import type { SlotOnWire } from "@callnext/protocol";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../../i18n/format-time.ts";

interface Props {
  readonly slots: readonly SlotOnWire[];
  readonly start: number | null;
  readonly timeZone: string;
  readonly onStart: (start: number) => void;
}

/** What is free on the day, as one choice: arrows go from time to time. */
export function FreeTimes({ slots, start, timeZone, onStart }: Props) {
  const { t } = useTranslation("console");
  const name = useId();
  if (slots.length === 0)
    return <p className="rounded-lg bg-sunken p-3 text-base">{t("booking.nothing-free")}</p>;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("booking.free-times")}</legend>
      <div className="grid max-h-52 grid-cols-[repeat(auto-fill,minmax(4.75rem,1fr))] gap-1.5 overflow-y-auto p-1">
        {slots.map((slot) => {
          const at = Date.parse(slot.start);
          return (
            <label key={slot.start} className="relative block" data-slot-time={formatTime(at, { timeZone })}>
              <input
                type="radio"
                name={name}
                className="peer absolute inset-0 cursor-pointer appearance-none rounded-lg"
                checked={at === start}
                onChange={() => onStart(at)}
              />
              <span className="pointer-events-none flex min-h-11 items-center justify-center rounded-lg border border-line-strong/60 text-base tabular-nums peer-checked:border-accent peer-checked:bg-accent peer-checked:font-semibold peer-checked:text-accent-ink">
                {formatTime(at, { timeZone })}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
