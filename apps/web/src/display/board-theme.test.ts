import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, parseColor, type Rgb, toHex } from "../pages-shared/contrast.ts";
import { boardTheme } from "./board-theme.ts";

const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((rgb: Rgb) => toHex(rgb));
const of = (theme: ReturnType<typeof boardTheme>, name: string): Rgb =>
  parseColor(theme.properties[name]) ?? [0, 0, 0];

describe("boardTheme", () => {
  it("keeps numbers at 7:1 or the best the ground allows, whatever colours a tenant chooses", () => {
    fc.assert(
      fc.property(colour, colour, colour, colour, (primaryColor, backgroundColor, textColor, own) => {
        const theme = boardTheme({
          theme: { primaryColor, backgroundColor, textColor, logo: null },
          ticket_colors: { q: own },
        });
        const soft = of(theme, "--soft");
        const best = Math.max(contrast([0, 0, 0], soft), contrast([255, 255, 255], soft));
        for (const number of [theme.numberColor("q"), theme.numberColor("other")]) {
          expect(contrast(parseColor(number) ?? soft, soft)).toBeGreaterThanOrEqual(Math.min(7, best) - 0.05);
        }
        expect(contrast(of(theme, "--accent"), of(theme, "--on-accent"))).toBeGreaterThanOrEqual(6.95);
      }),
    );
  });
});
