import type { ConnectionState } from "@callnext/client";
import { useCallnext } from "./client-context.ts";
import { useReadable } from "./use-readable.ts";

/** Where the live connection stands: idle, connecting, live, waiting (perhaps polling), closed. */
export function useConnection(): ConnectionState {
  return useReadable(useCallnext().connection);
}
