import type { StaffTicket, StaffView } from "@callnext/protocol";
import { createContext, useContext } from "react";
import type { Commands } from "./use-commands.ts";
import type { DeskChoice } from "./use-desk-choice.ts";

/** Dialogs of the desk; at most one is open. */
export type DeskDialog =
  | { readonly kind: "counter" }
  | { readonly kind: "add" }
  | { readonly kind: "help" }
  | { readonly kind: "join-code" }
  | { readonly kind: "transfer"; readonly ticket: StaffTicket }
  | { readonly kind: "ledger"; readonly ticket: StaffTicket }
  | { readonly kind: "cancel"; readonly ticket: StaffTicket };

export interface Desk {
  readonly tenant: string;
  readonly shopId: number;
  readonly view: StaffView;
  /** The seq that `view` stands at. */
  readonly seq: number;
  /** The counter's label, or null while none is chosen. */
  readonly counter: string | null;
  /** Ids of the queues this agent serves, in the shop's order. */
  readonly served: readonly string[];
  readonly choice: DeskChoice;
  readonly commands: Commands;
  readonly openDialog: (dialog: DeskDialog | null) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("useDesk outside the desk");
  return desk;
}
