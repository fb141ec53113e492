import type { CallnextClient } from "@callnext/client";
import { useEffect, useState } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { askForPush, canPush, isPushBlocked, pushAddress } from "./browser-push.ts";

/** What messages are asked for: where, and with what proof that it is ours. */
export interface PushSubject {
  /** Of the API, with its slash at the end. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type PushState =
  /** This browser cannot. */
  | "absent"
  /** The person once said no; only the browser's settings help. */
  | "blocked"
  | "off"
  | "busy"
  | "on"
  | "failed";

export interface Push {
  readonly state: PushState;
  readonly turnOn: () => Promise<void>;
  readonly turnOff: () => Promise<void>;
}

const placeOf = (path: string): string => `callnext.push.${path}`;

/** Messages about one appointment or ticket on this browser, for as long as the person wants them. */
export function usePush(client: CallnextClient, { path, headers }: PushSubject): Push {
  const [state, setState] = useState<PushState>(() => stateAtFirst(path));
  useEffect(() => {
    if (state !== "on") return;
    // The browser may have let go of it meanwhile.
    pushAddress().then(
      (address) => {
        if (address === null) setState("off");
      },
      () => undefined,
    );
  }, [state]);

  const run = async (change: () => Promise<PushState>): Promise<void> => {
    if (state === "busy") return;
    setState("busy");
    const next = await change().catch((): PushState => "failed");
    remember(path, next === "on");
    setState(next);
  };
  return {
    state,
    turnOn: () =>
      run(async () => {
        const { public_key: key } = await client.request<{ readonly public_key: string }>(
          "GET",
          "/public/push-key/",
        );
        const address = await askForPush(key);
        if (address === null) return isPushBlocked() ? "blocked" : "off";
        await client.request("POST", `${path}push/`, address, { headers });
        return "on";
      }),
    turnOff: () =>
      run(async () => {
        const address = await pushAddress();
        if (address !== null)
          await client.request("DELETE", `${path}push/`, { endpoint: address.endpoint }, { headers });
        return "off";
      }),
  };
}

function stateAtFirst(path: string): PushState {
  if (!canPush()) return "absent";
  if (isPushBlocked()) return "blocked";
  return browserStorage()?.getItem(placeOf(path)) === "on" ? "on" : "off";
}

function remember(path: string, on: boolean): void {
  try {
    if (on) browserStorage()?.setItem(placeOf(path), "on");
    else browserStorage()?.removeItem(placeOf(path));
  } catch {
    // The button then asks again, which changes nothing.
  }
}
