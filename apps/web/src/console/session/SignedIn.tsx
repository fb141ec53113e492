import { Outlet } from "@tanstack/react-router";
import { useSessionEnd } from "./use-session-end.ts";

/** Around everything that only a signed-in person sees. */
export function SignedIn() {
  useSessionEnd();
  return <Outlet />;
}
