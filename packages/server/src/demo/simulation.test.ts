import { expect, test } from "vitest";
import { eventually } from "../shops/testing/test-shop.ts";
import { AGENT, apiOf, clinicOf, OWNER, signIn } from "../testing/api.ts";
import { startTestApp } from "../testing/start-test-app.ts";
import { seededRandom } from "./seeded-random.ts";

test("an ordinary morning is off, is switched on, brings visitors and calls, and is switched off", async () => {
  await using server = await startTestApp({ simulationPace: 0.03 });
  const clinic = await clinicOf(server);
  const agent = await signIn(server, AGENT);
  const path = `${clinic.tenant}/demo/simulation`;
  expect((await agent("GET", path)).body).toEqual({ running: false });
  expect((await agent("POST", path, { running: true })).body).toEqual({ running: true });
  expect((await agent("POST", path, { running: true })).body).toEqual({ running: true });
  const owner = await signIn(server, OWNER);
  expect((await owner("GET", "/tenants/salon-teranga/demo/simulation")).body).toEqual({ running: false });
  await eventually(async () => {
    const board = await apiOf(server)("GET", `/public${clinic.tenant}/displays/${clinic.displayId}/tickets/`);
    return board.body.tickets.length > 0;
  }, 25_000);
  expect((await agent("POST", path, { running: false })).body).toEqual({ running: false });
  const { view } = (await agent("GET", `${clinic.tenant}/shops/1/state`)).body;
  // Whoever stands at a simulated counter at the end would block it for the next person.
  expect(
    Object.values<{ ticket_id: string | null }>(view.counters).filter(
      (counter) => counter.ticket_id !== null,
    ),
  ).toEqual([]);
  const { seq } = (await agent("GET", `${clinic.tenant}/shops/1/state`)).body;
  expect((await agent("GET", path)).body).toEqual({ running: false });
  expect((await agent("GET", `${clinic.tenant}/shops/1/state`)).body.seq).toBe(seq);
});

test("a simulation that runs does not keep the server from stopping", async () => {
  const server = await startTestApp();
  const agent = await signIn(server, AGENT);
  await agent("POST", "/tenants/clinique-madeleine/demo/simulation", { running: true });
  await server[Symbol.asyncDispose]();
});

test("the pace follows from the seed", () => {
  const [a, b, c] = [seededRandom("x"), seededRandom("x"), seededRandom("y")];
  const numbers = Array.from({ length: 100 }, a);
  expect(Array.from({ length: 100 }, b)).toEqual(numbers);
  expect(Array.from({ length: 100 }, c)).not.toEqual(numbers);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
});
