import { useEffect } from "react";

/** Asks at once, every so often while the page is seen, and when it is seen again. */
export function usePolling(ask: () => Promise<void>, everyMs: number): void {
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === "visible") void ask();
    };
    look();
    const timer = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [ask, everyMs]);
}
