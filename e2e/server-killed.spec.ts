import { randomUUID } from "node:crypto";
import { Api } from "./support/api.ts";
import { Board } from "./support/board.ts";
import { eventually } from "./support/eventually.ts";
import { expect, test } from "./support/test.ts";

const COMMANDS = 2_000;
const AT_ONCE = 16;
const KILL_AFTER = 700;

interface Issued {
  readonly ticket: { readonly id: string; readonly number: string };
}
interface State {
  readonly view: {
    readonly tickets: Readonly<
      Record<string, { readonly id: string; readonly number: string; readonly queue_id: string }>
    >;
  };
}

test("P1, P2, P3: kill -9 during 2,000 commands loses none that was acknowledged, doubles none and leaves no gap", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(180_000);
  const board = await Board.open(browser, server, Board.displayOf(clinic));
  const agent = await Api.signIn(server, clinic.logins.find(({ role }) => role === "agent")?.email ?? "");
  const queue = clinic.queues[0];
  if (queue === undefined) throw new Error("The demo's shop has a queue");
  const path = `/tenants/${clinic.tenant}/queues/${queue.id}/tickets`;
  const acknowledged = new Map<string, string>();
  let next = 0;
  const outage: { over: Promise<void> | null } = { over: null };

  const killAndRestart = async (): Promise<void> => {
    await server.kill();
    await server.start();
  };
  const work = async (): Promise<void> => {
    while (next < COMMANDS) {
      next += 1;
      const key = randomUUID();
      // The same key until there is an answer: the client cannot know whether the killed server had committed it.
      const { ticket } = await eventually({ withinMs: 60_000, what: "an answer to a command" }, () =>
        agent.post<Issued>(path, { full_name: "Visiteur" }, key),
      );
      acknowledged.set(ticket.id, ticket.number);
      if (acknowledged.size >= KILL_AFTER) outage.over ??= killAndRestart();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await outage.over;

  const { view } = await agent.get<State>(`/tenants/${clinic.tenant}/shops/${String(clinic.id)}/state`);
  const tickets = Object.values(view.tickets).filter(({ queue_id: id }) => id === queue.id);
  const there = new Map(tickets.map(({ id, number }) => [id, number]));
  for (const [id, number] of acknowledged) expect(there.get(id)).toBe(number);
  const numbers = tickets
    .map(({ number }) => Number(number.slice(queue.prefix.length)))
    .toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: COMMANDS }, (_, index) => index + 1));

  await board.expectLive();
  await agent.post(`/tenants/${clinic.tenant}/queues/${queue.id}/call-next`, { counter: "7" });
  await board.expectLastCall(`${queue.prefix}001`, "7");
  await expect(board.page.locator(`[data-testid=waiting][data-queue="${queue.id}"]`)).toHaveAttribute(
    "data-waiting",
    String(COMMANDS - 1),
  );
});
