import type { ServiceOnWire } from "@callnext/protocol";
import { useState } from "react";
import { useBookingDesk } from "../bookings-context.ts";
import { offersService } from "../logic/offers-service.ts";

/** What for, with whom and when. */
export interface VisitChoice {
  readonly serviceId: number | null;
  /** Null: anyone. */
  readonly providerId: string | null;
  /** The day looked at, `YYYY-MM-DD`. */
  readonly date: string;
  /** ms; null: not chosen yet. */
  readonly start: number | null;
}

export interface VisitForm {
  readonly choice: VisitChoice;
  /** Of the shop, in use. */
  readonly services: readonly ServiceOnWire[];
  /** Another service or person may be free at other times: the time is kept, the server has the last word. */
  readonly change: (part: Partial<VisitChoice>) => void;
}

export function useVisitChoice(initial: VisitChoice): VisitForm {
  const { view, providers } = useBookingDesk();
  const services = Object.values(view.services).filter(({ archived }) => !archived);
  const [choice, setChoice] = useState(initial);
  const provider = providers.find(({ id }) => id === choice.providerId);
  const offered = services.filter(({ id }) => provider === undefined || offersService(provider, id));
  const serviceId = choice.serviceId ?? offered[0]?.id ?? null;
  return {
    choice: { ...choice, serviceId },
    services,
    change: (part) => setChoice((before) => ({ ...before, ...part })),
  };
}
