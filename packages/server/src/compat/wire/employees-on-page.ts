import { type Provider, servedBy, type ShopState } from "@callnext/core";
import type { compat } from "@callnext/protocol";
import type { StaffMember } from "../../people/staffing.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { schedulesOnPage } from "./schedules-on-page.ts";
import { servicesOnPage } from "./services-on-page.ts";

/** Who takes appointments here; these alone are named to visitors. */
export function bookableEmployees(snapshot: ShopSnapshot, now: number): compat.CompatEmployee[] {
  return people(snapshot.state).flatMap(({ staffId, provider }) => {
    const name = snapshot.staffNames.get(staffId);
    return name === undefined ? [] : [employee(snapshot, staffId, provider, { name, email: "" }, now)];
  });
}

/**
 * For the staff themselves: those who take appointments or, where nobody does, the agents of the shop.
 */
export function employeesForStaff(
  snapshot: ShopSnapshot,
  members: readonly StaffMember[],
  now: number,
): compat.CompatEmployee[] {
  const { state } = snapshot;
  const byId = new Map(members.filter(({ active }) => active).map((member) => [member.id, member]));
  const booked = people(state);
  const agents = [...byId.values()].filter(
    ({ role, shopIds }) => role === "agent" && (shopIds === null || shopIds.includes(state.shop.id)),
  );
  const shown = booked.length > 0 ? booked : agents.map(({ id }) => ({ staffId: id, provider: null }));
  return shown.flatMap(({ staffId, provider }) => {
    const member = byId.get(staffId);
    return member === undefined ? [] : [employee(snapshot, staffId, provider, member, now)];
  });
}

/** At work: somebody stands before this person, or was called by them. */
export function isServing(state: ShopState, staffId: number): boolean {
  for (const ticketId of state.busy.values()) {
    const ticket = state.tickets.get(ticketId);
    if (ticket !== undefined && servedBy(state, ticket) === staffId) return true;
  }
  return false;
}

interface Person {
  readonly staffId: number;
  readonly provider: Provider | null;
}

function people(state: ShopState): readonly Person[] {
  return [...state.providers.values()]
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .flatMap((provider) => (provider.staffId === null ? [] : [{ staffId: provider.staffId, provider }]));
}

function employee(
  { state }: ShopSnapshot,
  staffId: number,
  provider: Provider | null,
  { name, email }: { readonly name: string; readonly email: string },
  now: number,
): compat.CompatEmployee {
  const offered = provider === null || provider.serviceIds.length === 0 ? null : provider.serviceIds;
  return {
    id: staffId,
    user_id: staffId,
    shop_id: state.shop.id,
    business_id: state.shop.id,
    full_name: name,
    status: isServing(state, staffId) ? "in_service" : "available",
    is_active: true,
    email,
    phone_number: "",
    services: servicesOnPage(state, offered),
    schedules: schedulesOnPage(provider, state.shop, now),
  };
}
