import { useEffect, useEffectEvent } from "react";
import { useDesk } from "./desk-context.ts";
import { isTyping } from "./logic/is-typing.ts";
import { type Pressed, shortcutOf } from "./logic/shortcuts.ts";
import { useCall } from "./use-call.ts";
import { useTicketActions } from "./use-ticket-actions.ts";

/** One key per action, anywhere on the desk except while somebody types, chooses or drags. */
export function useDeskShortcuts(enabled: boolean): void {
  const { served, openDialog } = useDesk();
  const call = useCall();
  const actions = useTicketActions();
  const press = useEffectEvent((pressed: Pressed): void => {
    switch (pressed.id) {
      case "next":
        return call.next();
      case "next-of": {
        const queueId = served[pressed.index];
        return queueId === undefined ? undefined : call.next(queueId);
      }
      case "add":
      case "help":
      case "join-code":
        return openDialog({ kind: pressed.id });
      default:
        return actions.press(pressed.id);
    }
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent): void => {
      const pressed = isTyping(event.target, event.key) || event.defaultPrevented ? null : shortcutOf(event);
      if (pressed === null) return;
      // The space bar would scroll, the apostrophe open a search.
      event.preventDefault();
      press(pressed);
    };
    // Before react-aria, which keeps key strokes on its elements to itself.
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, [enabled]);
}
