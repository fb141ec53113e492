import type { Readable } from "@callnext/client";
import { useEffect, useState } from "react";

/** The present value of something that tells when it changes. */
export function useReadable<T>(readable: Readable<T>): T {
  const [, changed] = useState({});
  useEffect(() => {
    // A change between the render and this effect would go unseen otherwise.
    changed({});
    return readable.subscribe(() => changed({}));
  }, [readable]);
  return readable.get();
}
