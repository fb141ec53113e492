import type { Screen } from "./screen.ts";

/** The tenant's own words, where the settings put them. */
export function Messages({ screen, at }: { readonly screen: Screen; readonly at: "top" | "bottom" }) {
  const { custom_message, secondary_message, message_position } = screen.facts.settings;
  if ((message_position === "top" ? "top" : "bottom") !== at || (!custom_message && !secondary_message))
    return null;
  return (
    <aside className={`messages messages-${at}`}>
      {custom_message ? <p className="message">{custom_message}</p> : null}
      {secondary_message ? <p className="message message-second">{secondary_message}</p> : null}
    </aside>
  );
}
