import { announcer } from "./announcer.ts";
import { boardPainter, type Painted } from "./board-painter.ts";
import { type FollowedPolls, followPolls } from "./follow-polls.ts";
import { type FollowedSocket, followSocket } from "./follow-socket.ts";
import { isForeign, type LiteFault, liteFaultOf } from "./lite-fault.ts";
import {
  emptyState,
  learnAnswer,
  learnFrame,
  type LiteAnswer,
  type LiteFrame,
  type LiteState,
  provedByPong,
} from "./lite-state.ts";

export interface BoardWish extends Painted {
  readonly key: string | null;
  readonly socketOrigin: string;
  /** The display is not ours to show. */
  readonly onForeign: () => void;
}

interface Run {
  readonly wish: BoardWish;
  readonly state: LiteState;
  fault: LiteFault | null;
  live: boolean;
  offset: number;
  /** Undefined until the tenant is known; null where the set has no sockets. */
  socket: FollowedSocket | null | undefined;
  polls: FollowedPolls | null;
  look: () => void;
}

var LOOK_EVERY_MS = 250;
/** Without a socket the polls alone keep the board below the age at which it would be stale. */
var POLL_ALONE_MS = 4_000;
var POLL_BESIDE_MS = 15_000;
/** A clock that differs by less is shown as it is. */
var TOLERATED_MS = 1_500;

/** Follows one display and keeps the screen as it is. Returns the way to stop. */
export function runBoard(wish: BoardWish): () => void {
  var state = emptyState();
  var announce = announcer(wish.root, wish.chime, state);
  var paint = boardPainter(wish);
  var run: Run = {
    wish: wish,
    state: state,
    fault: null,
    live: false,
    offset: 0,
    socket: undefined,
    polls: null,
    look: function (): void {
      announce();
      paint(run);
    },
  };
  run.polls = startPolls(run);
  var timer = setInterval(run.look, LOOK_EVERY_MS);
  run.look();
  return function (): void {
    clearInterval(timer);
    if (run.polls !== null) run.polls.stop();
    if (run.socket) run.socket.stop();
    wish.spoken.textContent = "";
    wish.root.removeAttribute("data-connection");
  };
}

function startPolls(run: Run): FollowedPolls {
  return followPolls({
    displayId: run.wish.displayId,
    key: run.wish.key,
    everyMs: function (): number {
      var answer = run.state.answer;
      var wished = answer === null ? POLL_ALONE_MS : answer.display.auto_refresh_seconds * 1_000;
      return Math.min(Math.max(wished, 1_000), run.live ? POLL_BESIDE_MS : POLL_ALONE_MS);
    },
    onAnswer: function (answer, startedAt): void {
      take(run, answer, startedAt);
    },
    onRefusal: function (code): void {
      if (isForeign(code)) return run.wish.onForeign();
      var why = liteFaultOf(code);
      if (why !== null) {
        run.fault = why;
        // What is not shown is not called out either.
        run.state.pending = [];
      }
      run.look();
    },
  });
}

function take(run: Run, answer: LiteAnswer, startedAt: number): void {
  var now = Date.now();
  var differs = Date.parse(answer.timestamp) - (startedAt + now) / 2;
  run.offset = Math.abs(differs) > TOLERATED_MS ? differs : 0;
  run.fault = null;
  learnAnswer(run.state, answer, startedAt, now);
  if (run.socket === undefined) run.socket = startSocket(run, answer.display.tenant_slug);
  else if (run.socket !== null && !run.live) run.socket.wake();
  run.look();
}

function startSocket(run: Run, tenant: string): FollowedSocket | null {
  var state = run.state;
  function soon(): void {
    if (run.polls !== null) run.polls.soon();
    run.look();
  }
  return followSocket({
    origin: run.wish.socketOrigin,
    path: "/ws/tenants/" + tenant + "/displays/" + run.wish.displayId + "/",
    key: run.wish.key,
    has: function (): { readonly epoch: string; readonly seq: number } | null {
      return state.answer === null ? null : { epoch: state.epoch, seq: state.seq };
    },
    onFrame: function (frame: LiteFrame): void {
      learnFrame(state, frame, Date.now());
      // The counts change with every call, and only a poll brings them.
      soon();
    },
    onPong: function (askedAt): void {
      provedByPong(state, askedAt);
    },
    onLive: function (live): void {
      run.live = live;
      soon();
    },
  });
}
