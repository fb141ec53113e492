const RATE = 16_000;
const SECONDS = 1.7;
const HEADER = 44;

/** The other board's chime, two struck tones, as a sound file: 16 bits, one channel, what every set can play. */
export function chimeWave(): Uint8Array {
  const samples = Math.round(RATE * SECONDS);
  const bytes = new Uint8Array(HEADER + samples * 2);
  const view = new DataView(bytes.buffer);
  const text = (at: number, words: string): void =>
    words.split("").forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, samples * 2, true);
  for (let index = 0; index < samples; index += 1) {
    const at = index / RATE;
    const level = struck(783.99, at - 0.02) + struck(659.25, at - 0.5);
    view.setInt16(HEADER + index * 2, Math.round(Math.max(-1, Math.min(1, level)) * 32_767), true);
  }
  return bytes;
}

/** One tone with two overtones, quick to rise and slow to fade. */
function struck(frequency: number, at: number): number {
  if (at < 0) return 0;
  const loudness = 0.5 * Math.min(1, at / 0.015) * Math.exp(-at * 6);
  const wave = (times: number): number => Math.sin(2 * Math.PI * frequency * times * at);
  return loudness * (0.75 * wave(1) + 0.2 * wave(2) + 0.05 * wave(3.01));
}
