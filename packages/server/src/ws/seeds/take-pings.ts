import { isoTime } from "@callnext/core";
import { seedPing } from "@callnext/protocol";
import { encode } from "../../stream/encode.ts";
import type { Timers } from "../../stream/timers.ts";
import type { Outlet } from "../outlet.ts";
import { parseJson } from "../parse-json.ts";
import { createStrikes } from "../strikes.ts";

/**
 * The documents' clients say nothing but `{type:"ping"}`. While one cannot keep up, or what it missed is still
 * being read (until `ready`), its pings get one pong, afterwards: a pong says that all before it was told.
 */
export const takePings = (outlet: Outlet, timers: Timers, ready: Promise<void>): void => {
  const strike = createStrikes(outlet);
  let isReady = false;
  let owesPong = false;
  const pong = (): void => {
    owesPong = !isReady || outlet.isBusy;
    if (!owesPong) outlet.send(encode({ type: "pong", timestamp: isoTime(timers.now()) }));
  };
  const payDebt = (): void => {
    if (owesPong) pong();
  };
  outlet.onFrame((text) => {
    if (text === null || !seedPing.safeParse(parseJson(text)).success)
      return strike("bad-frame", 'This socket understands {"type":"ping"} only.');
    pong();
  });
  outlet.onDrain(payDebt);
  void ready.then(() => {
    isReady = true;
    payDebt();
  });
};
