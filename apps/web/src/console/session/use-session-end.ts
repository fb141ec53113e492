import { useCallnext, useConnection } from "@callnext/react";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { meQuery } from "./me-query.ts";

/** The server's close code for a session that is no more. */
const ENDED = 4401;

/** Ended elsewhere, in the middle of the work: this screen stops showing what it showed, and asks to sign in. */
export function useSessionEnd(): void {
  const client = useCallnext();
  const queries = useQueryClient();
  const router = useRouter();
  const connection = useConnection();
  const isEnded = connection.kind === "waiting" && connection.code === ENDED;
  useEffect(() => {
    if (!isEnded) return;
    const leave = async (): Promise<void> => {
      const user = await queries.fetchQuery({ ...meQuery(client), staleTime: 0 });
      if (user !== null) return;
      const then = router.state.location.href;
      queries.clear();
      await router.navigate({ to: "/console/sign-in", search: { then } });
      await client.forget();
    };
    // Where the server cannot be asked, the desk says by itself that it is not live.
    leave().catch(() => undefined);
  }, [isEnded, client, queries, router]);
}
