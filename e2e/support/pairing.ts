import type { Page } from "@playwright/test";
import { expect } from "./test.ts";
import { words } from "./words.ts";

/** The code on a screen that is nobody's yet. */
export async function codeOn(screen: Page): Promise<string> {
  const code = screen.getByTestId("pairing-code");
  await expect(code).toHaveText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  return (await code.textContent()) ?? "";
}

/** A manager enters it in the console, in French, by keyboard alone; the form's display is the first one. */
export async function enterCode(desk: Page, code: string, display?: string): Promise<void> {
  const admin = (key: string): string => words("fr", "admin", key);
  await desk.getByRole("button", { name: admin("devices.add") }).focus();
  await desk.keyboard.press("Enter");
  const dialog = desk.getByRole("dialog");
  await desk.keyboard.type(code);
  const shown = dialog.getByRole("combobox", { name: admin("devices.display") });
  await expect(shown.locator("option")).not.toHaveCount(0);
  if (display !== undefined) await shown.selectOption(display);
  await dialog.getByRole("button", { name: admin("save") }).focus();
  await desk.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}
