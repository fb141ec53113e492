import { useCallback, useRef } from "react";

/** The next question's heading gets the focus when it comes; the first one does not take it from the page. */
export function useStepFocus(): (heading: HTMLHeadingElement | null) => void {
  const first = useRef(true);
  return useCallback((heading: HTMLHeadingElement | null) => {
    if (heading === null) return;
    if (!first.current) heading.focus();
    first.current = false;
  }, []);
}
