import { CLOSE } from "@callnext/protocol";
import { encode } from "../stream/encode.ts";
import type { Outlet } from "./outlet.ts";

const MOST_STRIKES = 5;

/** Answers frames that make no sense; the fifth ends the socket. */
export const createStrikes = (outlet: Outlet): ((code: string, message: string) => void) => {
  let strikes = 0;
  return (code, message) => {
    strikes += 1;
    if (!outlet.isBusy) outlet.send(encode({ type: "error", code, message }));
    if (strikes >= MOST_STRIKES) outlet.close(CLOSE.badFrame, "bad frames");
  };
};
