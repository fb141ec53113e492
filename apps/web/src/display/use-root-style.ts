import { useEffect } from "react";
import type { BoardTheme } from "./board-theme.ts";

/** Puts the tenant's colours on the page by script: a strict CSP allows no style attribute in markup. */
export function useRootStyle(theme: BoardTheme | null, backgroundImage: string | null): void {
  useEffect(() => {
    if (theme === null) return;
    const { style } = document.documentElement;
    for (const name of Object.keys(theme.properties)) style.setProperty(name, theme.properties[name] ?? "");
    style.setProperty("color-scheme", theme.dark ? "dark" : "light");
  }, [theme]);
  useEffect(() => {
    document.body.style.backgroundImage =
      backgroundImage === null ? "" : `url(${JSON.stringify(backgroundImage)})`;
    return () => {
      document.body.style.backgroundImage = "";
    };
  }, [backgroundImage]);
}
