import type { CallnextClient } from "@callnext/client";
import { useEffect, useState } from "react";
import { errorCode } from "../pages-shared/error-code.ts";
import type { DemoAnswer } from "./wire.ts";

/** What kind of server stands behind this door. */
export type House =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "demo"; readonly demo: DemoAnswer }
  /** A server in use; `setup`: its first administrator is yet to be made. */
  | { readonly kind: "real"; readonly setup: boolean };

const AGAIN_MS = 3_000;

/** Asks until the server answers. */
export function useHouse(client: CallnextClient): House {
  const [house, setHouse] = useState<House>({ kind: "loading" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let over = false;
    let timer = 0;
    void look(client).then((found) => {
      if (over) return;
      setHouse(found);
      if (found.kind === "failed") timer = window.setTimeout(() => setRound((n) => n + 1), AGAIN_MS);
    });
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [client, round]);
  return house;
}

async function look(client: CallnextClient): Promise<House> {
  try {
    return { kind: "demo", demo: await client.request<DemoAnswer>("GET", "/demo") };
  } catch (error) {
    if (isAway(errorCode(error))) return { kind: "failed" };
  }
  try {
    const { needed } = await client.request<{ needed: boolean }>("GET", "/setup");
    return { kind: "real", setup: needed };
  } catch (error) {
    return isAway(errorCode(error)) ? { kind: "failed" } : { kind: "real", setup: false };
  }
}

function isAway(code: string | null): boolean {
  return code === null || ["network", "timeout", "unavailable", "too-busy", "internal"].indexOf(code) >= 0;
}
