import type { Readable } from "@callnext/client";
import { useCallback, useSyncExternalStore } from "react";

/** The value of anything readable, drawn again when it is replaced. */
export function useReadable<T>(readable: Readable<T>): T {
  const subscribe = useCallback((listener: () => void) => readable.subscribe(listener), [readable]);
  const get = useCallback(() => readable.get(), [readable]);
  return useSyncExternalStore(subscribe, get, get);
}
