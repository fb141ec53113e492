import { type Appointment, emptyShop, type Provider, type ShopState, type WorkPattern } from "@callnext/core";
import {
  ALWAYS_OPEN,
  testAppointment,
  testBookingRules,
  testProvider,
  testService,
  testShop,
} from "@callnext/core/testing";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** 2 October 2026, 06:00 in Paris: the clocks change within the 60 days that follow. */
export const BENCH_NOW = Date.UTC(2026, 9, 2, 4);
export const BENCH_STAFF = 50;
export const BENCH_DAYS = 60;

const HOURS = [
  { opens: "08:30", closes: "12:30" },
  { opens: "13:30", closes: "18:30" },
];

/** Every second week Saturdays too; each person begins at another quarter of an hour. */
const patternsOf = (index: number): WorkPattern[] => {
  const periods = HOURS.map(({ opens, closes }) => ({
    opens: opens.replace("30", String((index % 4) * 15).padStart(2, "0")),
    closes,
  }));
  const [monday, tuesday, wednesday, thursday, friday] = [periods, periods, periods, periods, periods];
  return [
    {
      from: "2026-09-01",
      until: null,
      everyWeeks: 1,
      periods: { monday, tuesday, wednesday, thursday, friday },
    },
    { from: "2026-09-01", until: null, everyWeeks: 2, periods: { saturday: periods } },
  ];
};

/** Staff with breaks, absences and six visits of half an hour on each day: 18,000 appointments. */
export const busySalon = (): ShopState => {
  const shop = testShop({
    timeZone: "Europe/Paris",
    openingHours: { ...ALWAYS_OPEN, sunday: [] },
    specialDays: [{ date: "2026-11-11", periods: [], label: "Armistice" }],
    booking: testBookingRules({ stepMinutes: 15, horizonDays: BENCH_DAYS }),
  });
  const service = testService({ durationMinutes: 30, bufferAfterMinutes: 5 });
  const providers = new Map<string, Provider>();
  const appointments = new Map<number, Appointment>();
  for (let index = 0; index < BENCH_STAFF; index += 1) {
    const id = `person-${index}`;
    const absences = [{ from: "2026-10-19T00:00", until: "2026-10-24T00:00", reason: null }];
    providers.set(
      id,
      testProvider({
        id,
        staffId: index,
        patterns: patternsOf(index),
        absences: index % 5 === 0 ? absences : [],
      }),
    );
    for (let day = 0; day < BENCH_DAYS; day += 1)
      for (let visit = 0; visit < 6; visit += 1) {
        // Spread by a fixed rule: the same shop each time.
        const quarter = (visit * 6 + ((index * 7 + day * 3) % 4)) * 15;
        const start = BENCH_NOW + day * DAY + 3 * 60 * MINUTE + quarter * MINUTE;
        const number = appointments.size + 1;
        const end = start + 30 * MINUTE;
        appointments.set(
          number,
          testAppointment(start, {
            id: number,
            providerId: id,
            end,
            busyFrom: start,
            busyUntil: end + 5 * MINUTE,
          }),
        );
      }
  }
  return {
    ...emptyShop(shop, BENCH_NOW),
    services: new Map([[service.id, service]]),
    providers,
    appointments,
  };
};
