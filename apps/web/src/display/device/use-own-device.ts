import type { CallnextClient } from "@callnext/client";
import { useEffect, useState } from "react";
import { askOwnDevice } from "./ask-own-device.ts";
import { keepDevice, keptDevice, type KeptDevice } from "./kept-device.ts";

const ASK_AGAIN_MS = 2_000;
/** The server refuses who we are, or what we want to see. */
const REFUSED: readonly number[] = [4401, 4403];

export interface DeviceState {
  readonly device: KeptDevice | null;
  /** The server refused the key, and has not yet said why: nothing may be shown meanwhile. */
  readonly doubted: boolean;
  readonly doubt: () => void;
  /** Null: nothing in particular again. */
  readonly keep: (device: KeptDevice | null) => void;
}

/** What this screen is, for the address that it stands at; outlives a restart. */
export function useDevice(storage: Storage | null, address: string): DeviceState {
  const [device, setDevice] = useState(() => keptDevice(storage, address));
  const [doubted, setDoubted] = useState(false);
  return {
    device,
    doubted,
    doubt: () => setDoubted(true),
    keep: (next) => {
      keepDevice(storage, address, next);
      setDevice(next);
      setDoubted(false);
    },
  };
}

/** Finds out by asking what a refused key is worth, again and again until the server says so. */
export function useDoubts(client: CallnextClient, { device, doubted, doubt, keep }: DeviceState): void {
  const isOn = device !== null && !device.off;
  useEffect(() => {
    if (!isOn) return undefined;
    return client.connection.subscribe(() => {
      const state = client.connection.get();
      if (state.kind === "waiting" && state.code !== undefined && REFUSED.indexOf(state.code) >= 0) doubt();
    });
    // oxlint-disable-next-line react/exhaustive-deps -- `doubt` does the same each time it is made
  }, [client, isOn]);
  useEffect(() => {
    if (!doubted || device === null) return undefined;
    let stopped = false;
    let timer = 0;
    const ask = async (): Promise<void> => {
      const answer = await askOwnDevice(client);
      if (stopped) return;
      if (answer.kind === "unknown") timer = window.setTimeout(() => void ask(), ASK_AGAIN_MS);
      else if (answer.kind === "off") keep({ ...device, off: true });
      else keep({ ...device, displayId: answer.displayId });
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `keep` does the same each time it is made
  }, [client, doubted, device]);
}
