import { request } from "./request.ts";

export interface LitePairing {
  /** The code to show; null: none just now, another is asked for. */
  readonly onCode: (code: string | null) => void;
  readonly onPaired: (key: string, displayId: string) => void;
}

interface Opened {
  readonly pairing_id: string;
  readonly code: string;
  readonly secret: string;
  readonly expires_in: number;
  readonly poll_every: number;
}

interface Taken {
  readonly key?: string;
  readonly device?: { readonly board: { readonly display_id: string } | null };
}

var AFTER_TROUBLE_MS = 10_000;
/** The code of a pairing that is over for good. */
var OVER = ["pairing-unknown", "pairing-expired", "pairing-used"];

/** Asks for a code, waits until somebody enters it, and for another code when its time is over. Returns the way to stop. */
export function pairLite(pairing: LitePairing): () => void {
  var stopped = false;
  var timer = 0;
  var giveUp: (() => void) | null = null;

  function later(ms: number, run: () => void): void {
    if (!stopped) timer = window.setTimeout(run, ms);
  }
  function open(): void {
    giveUp = request({ method: "POST", path: "/devices/pairings", key: null }, function (answer): void {
      if (!answer.ok) {
        pairing.onCode(null);
        return later(AFTER_TROUBLE_MS, open);
      }
      var opened = answer.body as Opened;
      pairing.onCode(opened.code);
      wait(opened, Date.now() + opened.expires_in * 1_000);
    });
  }
  function wait(opened: Opened, until: number): void {
    later(opened.poll_every * 1_000, function (): void {
      if (Date.now() >= until) return open();
      take(opened, until);
    });
  }
  function take(opened: Opened, until: number): void {
    var path = "/devices/pairings/" + encodeURIComponent(opened.pairing_id) + "/key";
    var asked = { method: "POST", path: path, body: { secret: opened.secret }, key: null } as const;
    giveUp = request(asked, function (answer): void {
      if (!answer.ok) return OVER.indexOf(String(answer.code)) >= 0 ? open() : wait(opened, until);
      var taken = answer.body as Taken;
      var board = taken.device === undefined ? null : taken.device.board;
      if (taken.key === undefined || board === null) wait(opened, until);
      else pairing.onPaired(taken.key, board.display_id);
    });
  }
  open();
  return function (): void {
    stopped = true;
    clearTimeout(timer);
    if (giveUp !== null) giveUp();
  };
}
