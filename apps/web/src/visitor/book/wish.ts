import type { BookingPage } from "@callnext/protocol";

/** What the visitor has chosen so far, as it stands in the page's address: the phone's back button undoes it step by step. */
export interface Wish {
  readonly serviceId: number | null;
  /** `ANYONE`, a provider's id, or null: not chosen yet. */
  readonly person: string | null;
  /** None of the free times suits: to be told when another one comes free. */
  readonly wait?: boolean;
}

export const ANYONE = "any";

export function wishIn(search: string): Wish {
  const query = new URLSearchParams(search);
  const service = Number.parseInt(query.get("service") ?? "", 10);
  const wish = { serviceId: service > 0 ? service : null, person: query.get("person") };
  return query.has("wait") ? { ...wish, wait: true } : wish;
}

/** The rest of the address (a language) stays. */
export function withWish(search: string, { serviceId, person, wait = false }: Wish): string {
  const query = new URLSearchParams(search);
  query.delete("service");
  query.delete("person");
  query.delete("wait");
  if (serviceId !== null) query.set("service", String(serviceId));
  if (person !== null) query.set("person", person);
  if (wait) query.set("wait", "1");
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

export type Service = BookingPage["services"][number];
export type Person = BookingPage["providers"][number];

/** How far somebody is, and between what they choose. */
export type WishStep =
  | { readonly step: "service" }
  | { readonly step: "person"; readonly service: Service; readonly people: readonly Person[] }
  | {
      readonly step: "time" | "wait";
      readonly service: Service;
      /** Those who offer it. */
      readonly people: readonly Person[];
      /** Null: anyone. */
      readonly person: Person | null;
    };

/** A choice between one is made already; what the shop no longer offers was not chosen. */
export function wishStep(page: Pick<BookingPage, "services" | "providers">, wish: Wish): WishStep {
  const only = page.services.length === 1 ? page.services[0] : undefined;
  const service = only ?? page.services.find(({ id }) => id === wish.serviceId);
  if (service === undefined) return { step: "service" };
  const people = page.providers.filter(({ service_ids }) => service_ids.indexOf(service.id) >= 0);
  const person = people.find(({ id }) => id === wish.person) ?? null;
  if (person === null && wish.person !== ANYONE && people.length > 1)
    return { step: "person", service, people };
  return { step: wish.wait === true ? "wait" : "time", service, people, person };
}
