/** How long one chime sounds, ms. */
export const CHIME_MS = 1_700;

export type SoundState = "ready" | "blocked" | "absent";

interface OldWindow {
  readonly AudioContext?: typeof AudioContext;
  readonly webkitAudioContext?: typeof AudioContext;
}

/** Two struck tones, a falling third, made by Web Audio: nothing to load, nothing to decode. */
export class Chime {
  private readonly context: AudioContext | null;
  private readonly listeners = new Set<() => void>();

  constructor(scope: OldWindow) {
    const Context = scope.AudioContext ?? scope.webkitAudioContext;
    this.context = Context === undefined ? null : new Context();
    if (this.context !== null) {
      this.context.onstatechange = () => {
        for (const listener of Array.from(this.listeners)) listener();
      };
    }
  }

  get state(): SoundState {
    if (this.context === null) return "absent";
    return this.context.state === "running" ? "ready" : "blocked";
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Browsers let a page sound only after somebody touched it: call this from that touch. */
  unlock(): void {
    void this.context?.resume().catch(() => undefined);
  }

  play(): void {
    const { context } = this;
    if (context === null || context.state !== "running") return;
    strike(context, 783.99, context.currentTime + 0.02);
    strike(context, 659.25, context.currentTime + 0.5);
  }
}

function strike(context: AudioContext, frequency: number, at: number): void {
  const volume = context.createGain();
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.5, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 1.15);
  volume.connect(context.destination);
  for (const [times, share] of [
    [1, 0.75],
    [2, 0.2],
    [3.01, 0.05],
  ] as const) {
    const tone = context.createOscillator();
    const part = context.createGain();
    part.gain.value = share;
    tone.frequency.value = frequency * times;
    tone.connect(part);
    part.connect(volume);
    tone.start(at);
    tone.stop(at + 1.2);
  }
}
