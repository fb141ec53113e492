import fc from "fast-check";
import { expect, test } from "vitest";
import type { WaitForecast } from "../wait-forecaster.ts";
import { anchorsOf, spreadOut } from "./queue-forecasts.ts";

const forecast = fc
  .tuple(fc.nat(60), fc.nat(60), fc.nat(60))
  .map(([p10, more, most]): WaitForecast => ({ p10, p50: p10 + more, p90: p10 + more + most }));

test("[W7] whatever is forecast of some places, all of them have a range, none nearer than one before it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.array(forecast, { minLength: 20, maxLength: 20 }),
      (count, made) => {
        const anchors = anchorsOf(count);
        const places = spreadOut(anchors, made);
        expect(places).toHaveLength(count);
        for (const [index, place] of places.entries()) {
          expect(place.p10).toBeLessThanOrEqual(place.p50);
          expect(place.p50).toBeLessThanOrEqual(place.p90);
          const before = places[index - 1];
          for (const end of ["p10", "p50", "p90"] as const)
            if (before !== undefined) expect(place[end]).toBeGreaterThanOrEqual(before[end] - 1e-9);
        }
        for (const [index, anchor] of anchors.entries())
          expect(places[anchor - 1]?.p90).toBeGreaterThanOrEqual(made[index]?.p90 ?? 0);
      },
    ),
  );
});
