import type { LiteAnswer } from "./lite-state.ts";
import { request } from "./request.ts";

export interface PollWish {
  readonly displayId: string;
  readonly key: string | null;
  readonly everyMs: () => number;
  readonly onAnswer: (answer: LiteAnswer, startedAt: number) => void;
  /** `code` is null where nothing of ours answered. */
  readonly onRefusal: (code: string | null) => void;
}

export interface FollowedPolls {
  /** Something changed: asks again at once, or as soon as the last question is a second old. */
  readonly soon: () => void;
  readonly stop: () => void;
}

var SPACING_MS = 1_000;

/** Asks for the whole board again and again, one request at a time. */
export function followPolls(wish: PollWish): FollowedPolls {
  var stopped = false;
  var timer = 0;
  var startedAt = 0;
  var asking: (() => void) | null = null;
  var wanted = false;
  var tenant = "";

  function next(ms: number): void {
    clearTimeout(timer);
    if (!stopped) timer = window.setTimeout(ask, ms);
  }
  function done(): void {
    asking = null;
    next(wanted ? Math.max(0, startedAt + SPACING_MS - Date.now()) : wish.everyMs());
    wanted = false;
  }
  function refused(code: string | null): void {
    if (code === "display-unknown") tenant = "";
    wish.onRefusal(code);
    done();
  }
  function ask(): void {
    startedAt = Date.now();
    if (tenant === "") askOwner();
    else askBoard();
  }
  function askOwner(): void {
    var path = "/public/displays/" + encodeURIComponent(wish.displayId);
    asking = request({ method: "GET", path: path, key: wish.key }, function (answer): void {
      if (!answer.ok) return refused(answer.code);
      tenant = (answer.body as { readonly tenant_slug: string }).tenant_slug;
      askBoard();
    });
  }
  function askBoard(): void {
    var place = encodeURIComponent(tenant) + "/displays/" + encodeURIComponent(wish.displayId);
    var path = "/public/tenants/" + place + "/tickets/";
    asking = request({ method: "GET", path: path, key: wish.key }, function (answer): void {
      if (!answer.ok) return refused(answer.code);
      wish.onAnswer(answer.body as LiteAnswer, startedAt);
      done();
    });
  }
  ask();
  return {
    soon: function (): void {
      if (asking !== null) wanted = true;
      else next(Math.max(0, startedAt + SPACING_MS - Date.now()));
    },
    stop: function (): void {
      stopped = true;
      clearTimeout(timer);
      if (asking !== null) asking();
    },
  };
}
