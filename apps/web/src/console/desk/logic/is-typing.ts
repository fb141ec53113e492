/** Whether a key pressed there is meant for that element, not for the desk. */
export function isTyping(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.closest(
      "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]",
    )
  )
    return true;
  // The space bar presses the button, follows the link or lifts the row that has the focus.
  return key === " " && target.closest("button, a, summary, [role=row], [role=button], [role=tab]") !== null;
}
