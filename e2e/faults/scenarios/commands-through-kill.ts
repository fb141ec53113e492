import { type CommandRecord, isAcknowledged } from "../actors/command-record.ts";
import { checkCommands } from "../checkers/check-commands.ts";
import { checkTickets, type ToldTicket } from "../checkers/check-tickets.ts";
import { shopLogOf } from "../oracle/shop-log.ts";
import { percentile } from "../percentile.ts";
import type { Report } from "../report.ts";
import { seeded } from "../seeded.ts";
import type { Sizes } from "../sizes.ts";
import { eventually } from "../../support/eventually.ts";
import { Place } from "./place.ts";

/** Draws the same mixture each time; which command meets which ticket is up to the machine. */
const SEED = 20_261_122;

interface State {
  readonly view: { readonly tickets: Readonly<Record<string, ToldTicket>> };
}

/** Many clients give commands of every kind while the server is killed -9 and started again. */
export async function commandsThroughKill(size: Sizes["commands"]): Promise<Report> {
  await using place = await Place.open();
  const { records } = place.staff;
  const restarts: number[] = [];
  const kill = async (): Promise<void> => {
    for (let round = 1; round <= size.kills; round += 1) {
      const due = Math.floor((size.commands * round) / (size.kills + 1));
      const isDue = (): true | undefined => records.filter(isAcknowledged).length >= due || undefined;
      await eventually({ withinMs: 120_000, what: "commands before the kill" }, isDue);
      const from = performance.now();
      await place.server.kill();
      await place.server.start();
      restarts.push(performance.now() - from);
    }
  };
  const clients = Array.from({ length: size.atOnce }, (_, client) => workMixed(place, client, size.commands));
  await Promise.all([kill(), ...clients]);

  const { view } = await place.staff.read<State>(`/shops/${String(place.shop.id)}/state`);
  const log = await shopLogOf(place.server, place.shop.id);
  const tookMs = records.map(({ sentAt, answeredAt }) => (answeredAt ?? Number.NaN) - sentAt);
  const count = (holds: (record: CommandRecord) => boolean): number => records.filter(holds).length;
  return {
    name: `${String(size.commands)} commands through ${String(size.kills)} kill`,
    violations: [...checkCommands(records, log), ...checkTickets(log, Object.values(view.tickets))],
    measures: [
      { what: "commands", value: records.length, unit: "" },
      { what: "acknowledged", value: count(isAcknowledged), unit: "" },
      { what: "refused by the rules", value: count(({ status }) => status >= 400), unit: "" },
      { what: "sent more than once", value: count(({ attempts }) => attempts > 1), unit: "" },
      { what: "events in the log", value: log.events.length, unit: "" },
      { what: "longest restart", value: Math.round(Math.max(...restarts)), unit: "ms" },
      { what: "p50 from first attempt to answer", value: percentile(tookMs, 0.5), unit: "ms" },
      { what: "longest from first attempt to answer", value: Math.max(...tookMs), unit: "ms" },
    ],
  };
}

/** Visitors come, change queues, give up; the client's own counter calls, serves and removes them. */
async function workMixed(place: Place, client: number, most: number): Promise<void> {
  const { staff } = place;
  const draw = seeded(SEED + client);
  const queueId = (): string => place.queueId(Math.floor(draw() * place.shop.queues.length));
  const isOver = (): boolean => staff.records.length >= most;
  while (!isOver()) {
    const { ticket } = await staff.issue(queueId());
    if (ticket !== null && draw() < 0.25 && !isOver()) await staff.transfer(ticket.id, queueId());
    if (ticket !== null && draw() < 0.15 && !isOver()) await staff.act("cancel", ticket.id);
    if (!isOver()) await serveOne(place, String(client + 1), queueId(), draw, isOver);
  }
}

/** Whatever is called leaves the counter again, or its next call would be refused. */
async function serveOne(
  { staff }: Place,
  counter: string,
  queueId: string,
  draw: () => number,
  isOver: () => boolean,
): Promise<void> {
  const { ticket } = await staff.callNext(queueId, counter);
  if (ticket === null || isOver()) return;
  if (draw() < 0.2) await staff.act("recall", ticket.id);
  if (draw() < 0.2) {
    await staff.act("cancel", ticket.id);
    return;
  }
  await staff.act("start", ticket.id);
  await staff.act("complete", ticket.id);
}
