export type LiteSound = "ready" | "blocked" | "absent";

/** The chime by an audio element: sets of this age have no Web Audio. */
export interface LiteChime {
  readonly state: () => LiteSound;
  readonly play: () => void;
  /** Browsers let a page sound only after somebody touched it: call this from that touch. */
  readonly unlock: () => void;
}

/** A promise where the engine has them, nothing where it has not. */
interface Played {
  readonly then?: (well: () => void, ill: () => void) => unknown;
}

export function openChime(audio: HTMLAudioElement | null, onState: () => void): LiteChime {
  // An engine without an answer to `play` is older than the rule that forbids it.
  var state: LiteSound = audio === null || typeof audio.play !== "function" ? "absent" : "ready";
  function become(next: LiteSound): void {
    if (next === state) return;
    state = next;
    onState();
  }
  function start(volume: number): void {
    if (audio === null || state === "absent") return;
    audio.volume = volume;
    try {
      audio.currentTime = 0;
    } catch {
      // Not loaded yet: it begins at the beginning anyway.
    }
    var played = audio.play() as Played | undefined;
    if (played === undefined || typeof played.then !== "function") return;
    played.then(
      function (): void {
        become("ready");
      },
      function (): void {
        become("blocked");
      },
    );
  }
  // Unheard, to learn whether it would be allowed.
  start(0);
  return {
    state: function (): LiteSound {
      return state;
    },
    play: function (): void {
      start(1);
    },
    unlock: function (): void {
      if (state === "blocked") start(1);
    },
  };
}
