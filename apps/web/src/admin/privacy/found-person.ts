/** Who somebody is, as far as it is held. */
interface HeldPerson {
  readonly full_name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly notes?: string | null;
}

interface Match {
  readonly shop_name: string;
  /** Null where nothing is held any more. */
  readonly person: HeldPerson | null;
}

/** What the server finds. */
export interface FoundMatches {
  readonly tickets: readonly (Match & {
    readonly ticket_id: string;
    readonly number: string;
    readonly service_day: string;
  })[];
  readonly appointments: readonly (Match & { readonly appointment_id: number; readonly day: string })[];
  readonly waiting: readonly (Match & { readonly waiting_id: string; readonly from: string })[];
  readonly more: boolean;
}

/** A ticket, an appointment or a place on a waiting list, as one row. */
export interface FoundVisit extends Match {
  readonly kind: "ticket" | "appointment" | "waiting";
  readonly id: string;
  /** Of a ticket. */
  readonly number: string | null;
  readonly day: string;
}

export interface FoundPerson {
  readonly visits: readonly FoundVisit[];
  readonly more: boolean;
}

/** Newest day first, each kind in its order. */
export function foundPerson({ tickets, appointments, waiting, more }: FoundMatches): FoundPerson {
  const visits: FoundVisit[] = [
    ...tickets.map(({ ticket_id, number, service_day, shop_name, person }) => {
      return { kind: "ticket", id: ticket_id, number, day: service_day, shop_name, person } as const;
    }),
    ...appointments.map(({ appointment_id, day, shop_name, person }) => {
      return {
        kind: "appointment",
        id: String(appointment_id),
        number: null,
        day,
        shop_name,
        person,
      } as const;
    }),
    ...waiting.map(({ waiting_id, from, shop_name, person }) => {
      return { kind: "waiting", id: waiting_id, number: null, day: from, shop_name, person } as const;
    }),
  ];
  return { visits: visits.toSorted((a, b) => b.day.localeCompare(a.day)), more };
}

/** As the server wants them named. */
export function chosenIds(visits: readonly FoundVisit[]) {
  const idsOf = (kind: FoundVisit["kind"]): readonly string[] =>
    visits.filter((visit) => visit.kind === kind).map(({ id }) => id);
  return {
    ticket_ids: idsOf("ticket"),
    appointment_ids: idsOf("appointment").map(Number),
    waiting_ids: idsOf("waiting"),
  };
}
