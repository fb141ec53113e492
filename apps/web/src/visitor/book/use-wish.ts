import { useCallback, useEffect, useState } from "react";
import { type Wish, wishIn, withWish } from "./wish.ts";

/** The wish in the address. Each choice is a step that the phone's back button takes back. */
export function useWish(): { readonly wish: Wish; readonly choose: (wish: Wish) => void } {
  const [wish, setWish] = useState(() => wishIn(location.search));
  useEffect(() => {
    const back = (): void =>
      setWish((before) => {
        const now = wishIn(location.search);
        return withWish("", now) === withWish("", before) ? before : now;
      });
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  const choose = useCallback((next: Wish) => {
    history.pushState(null, "", location.pathname + withWish(location.search, next));
    setWish(next);
  }, []);
  return { wish, choose };
}
