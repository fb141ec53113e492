import { recall, remember } from "./remembered.ts";

export const THEME_CHOICES = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

export function rememberedTheme(): ThemeChoice {
  const kept = recall("theme");
  return THEME_CHOICES.find((choice) => choice === kept) ?? "system";
}

/** Sets the page's colours and keeps the choice; `system` follows the device. */
export function applyTheme(choice: ThemeChoice): void {
  if (choice === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = choice;
  remember("theme", choice === "system" ? null : choice);
}
