import { mark } from "./elements.ts";
import type { LiteChime } from "./lite-sound.ts";
import { keyOf, type LiteState } from "./lite-state.ts";

/** How long a call stands out, ms; less while others wait their turn, but never less than its chime. */
var ALONE_MS = 5_000;
var IN_TURN_MS = 2_200;

/** Announces what is pending, one after the other, each once; to be asked often. */
export function announcer(root: HTMLElement, chime: LiteChime, state: LiteState): () => void {
  var current = "";
  var begun = 0;
  var chimes = 0;
  return function (): void {
    var head = state.pending[0];
    if (head !== undefined && keyOf(head) === current) {
      var lasts = state.pending.length > 1 ? IN_TURN_MS : ALONE_MS;
      if (Date.now() - begun < lasts) return;
      state.pending = state.pending.slice(1);
      head = state.pending[0];
    }
    current = head === undefined ? "" : keyOf(head);
    if (head === undefined) return;
    begun = Date.now();
    chimes += 1;
    // Read by tests and by people who look for a fault.
    mark(root, { "data-chimes": String(chimes) });
    chime.play();
  };
}
