import fc from "fast-check";
import { expect, it } from "vitest";
import { boardTheme } from "../display/board-theme.ts";
import { liteTheme } from "./lite-theme.ts";

const color = fc.oneof(
  fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`),
  fc.integer({ min: 0, max: 0xfff }).map((value) => `#${value.toString(16).padStart(3, "0")}`),
  fc.constantFrom("", "red", " #FFF "),
);

it("the board for old sets has the colours of the other one, for any theme", () => {
  fc.assert(
    fc.property(color, color, color, color, (primaryColor, backgroundColor, textColor, own) => {
      const settings = {
        theme: { primaryColor, backgroundColor, textColor, logo: null },
        ticket_colors: { q1: own },
      };
      const lite = liteTheme(settings);
      const full = boardTheme(settings);
      expect({
        "--ground": lite.ground,
        "--soft": lite.soft,
        "--ink": lite.ink,
        "--accent": lite.accent,
        "--on-accent": lite.onAccent,
        "--number": lite.number,
      }).toEqual({
        "--ground": full.properties["--ground"],
        "--soft": full.properties["--soft"],
        "--ink": full.properties["--ink"],
        "--accent": full.properties["--accent"],
        "--on-accent": full.properties["--on-accent"],
        "--number": full.properties["--number"],
      });
      expect([lite.numberOf("q1"), lite.numberOf("q2")]).toEqual([
        full.numberColor("q1"),
        full.numberColor("q2"),
      ]);
    }),
  );
});
