import type { AppointmentOnWire, AppointmentsView, StaffView } from "@callnext/protocol";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, type ReactNode } from "react";
import { useNotices } from "../../ui/notices/notices-context.ts";
import type { Commands } from "../desk/use-commands.ts";
import { type BookingDialog, BookingsContext } from "./bookings-context.ts";
import { inOrder } from "./logic/in-order.ts";
import { BookingDialogs } from "./dialogs/BookingDialogs.tsx";

interface Props {
  readonly tenant: string;
  readonly view: StaffView;
  /** What the topic tells; null while it is silent. */
  readonly told: AppointmentsView | null;
  readonly bookings: ReadonlyMap<number, AppointmentOnWire>;
  readonly commands: Commands;
  readonly dialog: BookingDialog | null;
  readonly onDialog: (dialog: BookingDialog | null) => void;
  readonly children: ReactNode;
}

/** Gives the screens inside what they need to show and change bookings, and shows the dialog that is open. */
export function BookingsProvider(props: Props) {
  const { tenant, view, told, bookings, commands, dialog, onDialog, children } = props;
  const queries = useQueryClient();
  const { dismiss } = useNotices();
  const shopId = view.shop.self.id;
  const all = told?.providers;
  const providers = useMemo(() => inOrder(all ?? {}).filter(({ archived }) => !archived), [all]);
  const changed = useCallback(() => {
    for (const part of ["appointments", "slots"])
      void queries.invalidateQueries({ queryKey: ["tenant", tenant, part, shopId] });
  }, [queries, tenant, shopId]);
  const openDialog = useCallback(
    (wanted: BookingDialog | null) => {
      // What was refused before must not lie over the next form.
      if (wanted !== null) dismiss("command");
      onDialog(wanted);
    },
    [dismiss, onDialog],
  );
  const desk = useMemo(
    () => ({ tenant, shopId, view, providers, bookings, commands, openDialog, changed }),
    [tenant, shopId, view, providers, bookings, commands, openDialog, changed],
  );
  return (
    <BookingsContext value={desk}>
      {children}
      <BookingDialogs dialog={dialog} onClose={() => onDialog(null)} />
    </BookingsContext>
  );
}
