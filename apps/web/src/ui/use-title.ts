import { useEffect } from "react";

/** The window's title, as tabs and screen readers tell it. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? "Callnext" : `${title} · Callnext`;
  }, [title]);
}
