import { drawBoard } from "./draw-board.ts";
import type { Connection } from "./draw-head.ts";
import { drawFault } from "./draw-notices.ts";
import { element, mark, show } from "./elements.ts";
import type { LiteFault } from "./lite-fault.ts";
import type { LiteChime } from "./lite-sound.ts";
import { isStale, keyOf, type LiteState } from "./lite-state.ts";
import { languageOf, placeText, sayIn, type Say } from "./lite-words.ts";

export interface Painted {
  readonly root: HTMLElement;
  /** Read out by a screen reader. */
  readonly spoken: HTMLElement;
  readonly displayId: string;
  /** The language in the address, which goes before the tenant's, and those of the set, which go after. */
  readonly languages: readonly (string | null)[];
  readonly chime: LiteChime;
}

/** What there is to paint. */
export interface Scene {
  readonly state: LiteState;
  readonly fault: LiteFault | null;
  readonly live: boolean;
  /** Server's clock minus this set's, ms. */
  readonly offset: number;
}

/** The counts come by polls only, and those are seldom beside a socket. */
var COUNTED_FOR_MS = 23_000;

/** Paints the scene where it differs from what is on the screen: these sets are slow. */
export function boardPainter(painted: Painted): (scene: Scene) => void {
  var last = "";
  return function (scene): void {
    var state = scene.state;
    var now = Date.now();
    var stale = isStale(state, now);
    var connection: Connection = scene.live ? "live" : stale ? "disconnected" : "polling";
    var locale = state.answer === null ? null : state.answer.display.locale;
    var language = languageOf([painted.languages[0], locale].concat(painted.languages.slice(1)));
    var counted = now - state.polledAt < COUNTED_FOR_MS;
    var minute = Math.floor((now + scene.offset) / 60_000);
    var sign = [connection, stale, language, counted, minute, scene.fault, painted.chime.state()].join();
    sign += contentOf(state);
    if (sign === last) return;
    last = sign;
    document.documentElement.lang = language;
    mark(painted.root, { "data-connection": connection, "data-stale": String(stale) });
    paintScene(painted, scene, {
      say: sayIn(language),
      stale: stale,
      counted: counted,
      connection: connection,
    });
  };
}

/** An answer that says the same as the last one, a little later, changes nothing on the screen. */
function contentOf(state: LiteState): string {
  var answer = state.answer;
  var calling = state.pending[0];
  var settings = answer === null ? null : [answer.display, answer.queues];
  return JSON.stringify([state.tickets, settings, calling === undefined ? null : keyOf(calling)]);
}

interface Manner {
  readonly say: Say;
  readonly stale: boolean;
  readonly counted: boolean;
  readonly connection: Connection;
}

function paintScene(painted: Painted, scene: Scene, manner: Manner): void {
  var say = manner.say;
  var answer = scene.state.answer;
  document.title = (answer === null ? "" : answer.display.name + " · ") + say("title");
  if (answer === null || scene.fault !== null) {
    var fault = scene.fault === null ? "loading" : scene.fault;
    return show(painted.root, drawFault(say, fault, painted.displayId, manner.connection));
  }
  var board = drawBoard({
    state: scene.state,
    answer: answer,
    say: say,
    connection: manner.connection,
    stale: manner.stale,
    counted: manner.counted,
    now: Date.now() + scene.offset,
    clockOffset: scene.offset,
    sound: soundNotice(painted.chime, say),
  });
  show(painted.root, board);
  speak(painted.spoken, scene.state, say);
}

function speak(spoken: HTMLElement, state: LiteState, say: Say): void {
  var calling = state.pending[0];
  var text = "";
  if (calling !== undefined) {
    text = say("spoken", { number: calling.number, place: placeText(say, calling.counter) });
  }
  if (spoken.textContent !== text) spoken.textContent = text;
}

function soundNotice(chime: LiteChime, say: Say): HTMLElement | null {
  switch (chime.state()) {
    case "ready":
      return null;
    case "absent":
      return element("div", "sound", say("sound.absent"));
    case "blocked":
      // A touch anywhere does; the button says so, and takes the key of a remote control.
      return mark(element("button", "sound", say("sound.enable")), {
        type: "button",
        "data-testid": "enable-sound",
      });
  }
}
