import { isoTime } from "@callnext/core";
import { seedPing } from "@callnext/protocol";
import { encode } from "../../stream/encode.ts";
import type { Timers } from "../../stream/timers.ts";
import type { Outlet } from "../outlet.ts";
import { parseJson } from "../parse-json.ts";
import { createStrikes } from "../strikes.ts";

/** The documents' clients say nothing but `{type:"ping"}`. While one cannot keep up, its pings get one pong. */
export const takePings = (outlet: Outlet, timers: Timers): void => {
  const strike = createStrikes(outlet);
  let owesPong = false;
  const pong = (): void => outlet.send(encode({ type: "pong", timestamp: isoTime(timers.now()) }));
  outlet.onFrame((text) => {
    if (text === null || !seedPing.safeParse(parseJson(text)).success)
      return strike("bad-frame", 'This socket understands {"type":"ping"} only.');
    if (outlet.isBusy) owesPong = true;
    else pong();
  });
  outlet.onDrain(() => {
    if (owesPong) pong();
    owesPong = false;
  });
};
