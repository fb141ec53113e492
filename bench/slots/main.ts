/**
 * `npm run bench:slots -- [--runs 200] [--json FILE]`: how long a search for free slots takes in a shop of 50 staff
 * with 18,000 appointments over 60 days, and how long it takes to assign one.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { assignSlot, freeSlots, type SlotQuery } from "@callnext/core";
import { BENCH_DAYS, BENCH_NOW, BENCH_STAFF, busySalon } from "./lib/busy-salon.ts";
import { type Measured, measure } from "./lib/measure.ts";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "200" }, json: { type: "string" } },
});
const runs = Math.max(10, Number(values.runs));
const state = busySalon();

const search = (change: Partial<SlotQuery>) => (): number => {
  const query: SlotQuery = {
    serviceId: 1,
    providerId: null,
    from: "2026-10-02",
    days: BENCH_DAYS,
    now: BENCH_NOW,
    byStaff: false,
    ignoring: null,
    ...change,
  };
  let found = 0;
  for (const { slots } of freeSlots(state, query))
    for (const { providerIds } of slots) found += providerIds.length;
  return found;
};

const assign = (providerId: string | null) => (): number => {
  const start = Date.UTC(2026, 9, 30, 15, 45);
  const slot = assignSlot(
    state,
    { serviceId: 1, providerId, start },
    { now: BENCH_NOW, byStaff: false, ignoring: null },
  );
  return "code" in slot ? 0 : 1;
};

const results: Measured[] = [
  measure(`anyone of ${BENCH_STAFF}, ${BENCH_DAYS} days`, runs, search({})),
  measure(`anyone of ${BENCH_STAFF}, 7 days`, runs, search({ days: 7 })),
  measure(`anyone of ${BENCH_STAFF}, 1 day`, runs, search({ days: 1 })),
  measure(`one person, ${BENCH_DAYS} days`, runs, search({ providerId: "person-7" })),
  measure("assign, anyone", runs, assign(null)),
  measure("assign, one person", runs, assign("person-7")),
];

console.log("milliseconds                        p10    median       p90       p99     found");
for (const { name, p10, median, p90, p99, found } of results)
  console.log(
    [
      name.padEnd(30),
      ...[p10, median, p90, p99].map((time) => time.toFixed(3).padStart(9)),
      String(found).padStart(9),
    ].join(" "),
  );
if (values.json !== undefined) {
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? "unknown" };
  const shop = { staff: BENCH_STAFF, days: BENCH_DAYS, appointments: state.appointments.size };
  writeFileSync(values.json, `${JSON.stringify({ machine, shop, results }, null, 2)}\n`);
}
