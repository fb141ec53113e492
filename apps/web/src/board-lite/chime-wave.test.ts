import { expect, it } from "vitest";
import { chimeWave } from "./chime-wave.ts";

it("the chime is a sound file of two tones that neither clips nor ends loud", () => {
  const bytes = chimeWave();
  const view = new DataView(bytes.buffer);
  expect(String.fromCharCode(...bytes.slice(0, 4), ...bytes.slice(8, 16))).toBe("RIFFWAVEfmt ");
  expect(view.getUint32(4, true)).toBe(bytes.length - 8);
  const levels = Array.from({ length: (bytes.length - 44) / 2 }, (_, at) =>
    Math.abs(view.getInt16(44 + at * 2, true)),
  );
  const loudest = (from: number, to: number): number => Math.max(...levels.slice(from * 16_000, to * 16_000));
  expect(loudest(0, 0.4)).toBeGreaterThan(8_000);
  expect(loudest(0.5, 0.9)).toBeGreaterThan(8_000);
  expect(loudest(0, 1.7)).toBeLessThan(32_000);
  expect(loudest(1.65, 1.7)).toBeLessThan(100);
});
