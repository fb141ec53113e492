import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import { isTyping } from "../../desk/logic/is-typing.ts";

interface Props {
  readonly date: string;
  readonly providerId: string | null;
}

/** A new booking, by button or by its key. */
export function BookButton({ date, providerId }: Props) {
  const { t } = useTranslation("console");
  const { openDialog } = useBookingDesk();
  const open = (): void => openDialog({ kind: "book", wish: { date, start: null, providerId, here: false } });
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
    if (!plain || event.key.toUpperCase() !== "B" || isTyping(event.target, event.key)) return;
    event.preventDefault();
    open();
  });
  useEffect(() => {
    // Before react-aria, which keeps key strokes on its elements to itself.
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, []);
  return (
    <Button variant="primary" shortcut="B" onPress={open}>
      <Icon name="add" />
      {t("booking.new")}
    </Button>
  );
}
