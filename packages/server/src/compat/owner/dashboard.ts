import { isOpenTicket, servedBy, type ShopState } from "@callnext/core";
import { compat } from "@callnext/protocol";
import { shopOf } from "../../shops/shop-of.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { compatAnswers } from "../compat-answers.ts";
import { memberShops } from "../member-shops.ts";
import { NAMINGS } from "../namings.ts";
import { employeesForStaff } from "../wire/employees-on-page.ts";
import { dashboardFigures, type DayFigures, type Figures } from "./dashboard-figures.ts";

const DAYS = 7;
const DAY_MS = 24 * 3_600_000;

export function dashboard(app: App, context: Context): void {
  for (const { prefix, owners } of NAMINGS) {
    app.route({
      method: "GET",
      url: `${owners}/dashboard`,
      schema: {
        operationId: `${prefix}Dashboard`,
        summary: "Today and the last seven days of somebody's shops",
        tags: [TAGS.pages],
        response: compatAnswers(200, compat.Dashboard),
      },
      config: { authorisation: { kind: "inside", by: "the memberships of whoever asks" } },
      async handler(request, reply) {
        const counted: Counted[] = [];
        for (const snapshot of await memberShops(request, context))
          counted.push(await count(context, snapshot));
        void reply.header("cache-control", "no-store");
        return onPage(counted);
      },
    });
  }
}

interface Counted {
  readonly shop: compat.DashboardShop;
  readonly today: DayFigures;
  readonly days: readonly DayFigures[];
}

async function count(context: Context, snapshot: ShopSnapshot): Promise<Counted> {
  const { db, staffing } = context;
  const { state } = snapshot;
  const days = lastDays(state.serviceDay);
  const figures = await dashboardFigures(db, shopOf(snapshot), days);
  const byDay = new Map(figures.days.map((each) => [each.day, each]));
  const each = days.map((day) => byDay.get(day) ?? nothing(day));
  const today = byDay.get(state.serviceDay) ?? nothing(state.serviceDay);
  const employees = employeesForStaff(snapshot, await staffing.list(snapshot.tenant.id), context.now());
  const atWork = employees.map(({ id, full_name }) => ({
    barber_id: id,
    employee_id: id,
    full_name,
    customers_served: servedCount(figures, state, id),
  }));
  return {
    today,
    days: each,
    shop: {
      shop_id: state.shop.id,
      shop_name: state.shop.name,
      business_id: state.shop.id,
      business_name: state.shop.name,
      total_customers_today: today.visits,
      customers_in_queue: [...state.tickets.values()].filter(isOpenTicket).length,
      customers_served: today.served,
      cancellations: today.cancelled,
      average_wait_time: averageWait([today]),
      barber_management: atWork,
      employee_management: atWork,
    },
  };
}

function onPage(counted: readonly Counted[]): compat.Dashboard {
  const shops = counted.map(({ shop }) => shop);
  const byDate = Map.groupBy(
    counted.flatMap(({ days }) => days),
    ({ day }) => day,
  );
  const dates = [...byDate.keys()].toSorted().slice(-DAYS);
  const todays = counted.map(({ today }) => today);
  return {
    shops,
    businesses: shops,
    daily_insights: {
      total_customer_visits_today: sum(todays.map(({ visits }) => visits)),
      average_wait_time: averageWait(todays),
    },
    historical_trends: dates.map((date) => {
      const figures = byDate.get(date) ?? [];
      return {
        date,
        total_visits: sum(figures.map(({ visits }) => visits)),
        average_wait_time: averageWait(figures),
      };
    }),
  };
}

/** Service days, oldest first, up to this one. */
function lastDays(today: string): readonly string[] {
  const end = Date.parse(today);
  return Array.from({ length: DAYS }, (_, index) =>
    new Date(end - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

function nothing(day: string): DayFigures {
  return { day, visits: 0, served: 0, cancelled: 0, called: 0, waitSeconds: 0 };
}

function servedCount({ servedToday }: Figures, state: ShopState, staffId: number): number {
  const own = servedToday.filter(
    ({ wantedStaffId, agentId }) =>
      servedBy(state, { agentId, ...(wantedStaffId === null ? {} : { wantedStaffId }) }) === staffId,
  );
  return sum(own.map(({ served }) => served));
}

/** Whole seconds, over all who were called. */
function averageWait(figures: readonly DayFigures[]): number {
  const called = sum(figures.map((each) => each.called));
  return called === 0 ? 0 : Math.round(sum(figures.map(({ waitSeconds }) => waitSeconds)) / called);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
