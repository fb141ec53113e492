import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../log/create-log.ts";
import { startEmbedded } from "../storage/embedded/start-embedded.ts";
import { ADMIN, AGENT, type Api, apiOf, type Clinic, clinicOf, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { connect } from "../ws/testing/test-client.ts";
import { canariesInFiles, canariesInTables, canariesInText } from "./testing/find-canaries.ts";

const DAY_MS = 86_400_000;
const NAME = "Zephyrine Qwombat";
const PHONE = "+221779182736";
const EMAIL = "zephyrine@qwombat.example";
const CANARIES = ["zephyrine", "qwombat", "779182736"];

let test: TestApp;
let clock = Date.now();
const logged: string[] = [];
let owner: pg.Client;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  const log = createLog({ level: "trace", destination: { write: (line) => void logged.push(line) } });
  // A PostgreSQL of its own, so that its files can be looked through too.
  test = stack.use(await startTestApp({ log, now: () => clock, config: { databaseUrl: null } }));
  const silent = pino({ level: "silent" });
  const embedded = stack.use(await startEmbedded({ dataDir: test.config.dataDir, log: silent }));
  owner = new pg.Client({ connectionString: embedded.connectionString });
  await owner.connect();
  stack.defer(() => owner.end());
}, 60_000);
afterAll(() => stack.disposeAsync());

/** A morning in which the canaries come in by every entrance, some of them through failing requests. */
async function morning(clinic: Clinic): Promise<void> {
  const visitor = apiOf(test);
  const agent = await signIn(test, AGENT);
  const queue = `/public${clinic.tenant}/queues/${clinic.queueId}/signup/`;
  const person = { full_name: NAME, phone: PHONE, email: EMAIL };
  const joined = await visitor("POST", queue, person, { key: "zephyrine-qwombat-1" });
  expect(joined.status).toBe(201);
  const again = await visitor("POST", queue, person, { key: "zephyrine-qwombat-1" });
  expect(again.body.ticket_id).toBe(joined.body.ticket_id);
  const other = { ...person, full_name: `${NAME} II` };
  expect((await visitor("POST", queue, other, { key: "zephyrine-qwombat-1" })).status).toBe(422);
  await refusals(visitor, queue);
  await atTheDesk(agent, clinic, joined.body.ticket_id);
  await atTheCalendar(agent, clinic);
  await inTheDatabase(agent, clinic);
}

async function refusals(visitor: Api, queue: string): Promise<void> {
  const refused = [
    await visitor("POST", queue, { full_name: `${NAME}\u0000`, phone: "not a phone of Qwombat" }),
    await visitor("POST", queue, `{"full_name": "${NAME}", `),
    await visitor("POST", `/public/tenants/qwombat/queues/${NAME}/signup/`, {
      full_name: NAME,
      phone: PHONE,
    }),
    await visitor("GET", `/public/tenants/clinique-madeleine/tickets/zephyrine/?name=${NAME}&phone=${PHONE}`),
    await visitor("POST", "/auth/login", { email: EMAIL, password: "Zephyrine's own password" }),
    await visitor("GET", "/auth/me", undefined, { headers: { authorization: "Bearer qwombat" } }),
    await visitor("GET", `//ws/tenants/${encodeURIComponent(NAME)}/displays/1/?name=qwombat`),
  ];
  expect(refused.every(({ status }) => status >= 400 && status < 500)).toBe(true);
}

async function atTheDesk(agent: Api, clinic: Clinic, joinedId: string): Promise<void> {
  const { tenant, queueId, otherQueueId } = clinic;
  const give = () => agent("POST", `${tenant}/queues/${queueId}/tickets`, { full_name: NAME, phone: PHONE });
  const act = async (id: string, action: string, body: object = {}) =>
    expect((await agent("POST", `${tenant}/tickets/${id}/${action}`, body)).status).toBe(200);
  const ids: string[] = [];
  for (let count = 0; count < 4; count += 1) ids.push((await give()).body.ticket.id);
  const [first = "", second = "", third = ""] = ids;
  await using desk = await connect(`${test.app.address.replace("http", "ws")}/ws/v1`, {
    headers: { authorization: `Bearer ${agent.token}` },
  });
  desk.send({ type: "subscribe", topic: `shop:${clinic.shopId}:staff` });
  expect(JSON.stringify(await desk.next("snapshot"))).toContain(NAME);
  await act(first, "transfer", { queue_id: otherQueueId });
  await act(second, "call", { counter: "1" });
  await act(second, "recall");
  await act(second, "no-show");
  await act(second, "return");
  await act(second, "call", { counter: "1" });
  await act(second, "start");
  await act(second, "complete");
  await act(third, "cancel");
  await act(joinedId, "call", { counter: "2" });
  await act(joinedId, "complete").catch(() => undefined);
  // The fourth is forgotten in the line.
}

/** Booked for later and cancelled, and booked for now and checked in: the visitor is on the ticket, too. */
async function atTheCalendar(agent: Api, { tenant, shopId }: Clinic): Promise<void> {
  const inShop = `${tenant}/shops/${shopId}`;
  const { providers } = (await agent("GET", `${inShop}/providers`)).body;
  const book = async (minutes: number) => {
    const answer = await agent("POST", `${inShop}/appointments`, {
      service_id: providers[0].service_ids[0],
      provider_id: providers[0].id,
      appointment_time: new Date(clock + minutes * 60_000).toISOString(),
      full_name: NAME,
      phone_number: PHONE,
      email: EMAIL,
      notes: "Qwombat has no time",
    });
    expect(answer.status).toBe(201);
    return `${tenant}/appointments/${answer.body.appointment.id}`;
  };
  const [later, now] = [await book(60 * 24 * 20), await book(10)];
  expect((await agent("POST", `${later}/cancel`)).status).toBe(200);
  const checkedIn = await agent("POST", `${now}/check-in`);
  expect(checkedIn).toMatchObject({ status: 200, body: { ticket: { full_name: NAME } } });
}

/** A statement that fails repeats its values in the database's own message. */
async function inTheDatabase(agent: Api, clinic: Clinic): Promise<void> {
  await owner.query("alter table visitors add constraint planted check (full_name not like '%Bomb')");
  const failed = await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, {
    full_name: `${NAME} Bomb`,
    phone: PHONE,
  });
  expect(failed.status).toBe(500);
  await owner.query("alter table visitors drop constraint planted");
  const held = await owner.query("select count(*)::int as count from visitors where phone = $1", [PHONE]);
  expect(held.rows[0].count).toBeGreaterThanOrEqual(5);
  await owner.query("analyze");
}

/** What an administrator does about somebody leaves no trace of who it was either. */
async function atTheOffice(admin: Api, clinic: Clinic): Promise<void> {
  const found = await admin("POST", `${clinic.tenant}/people/search`, { phone: PHONE });
  expect(found.body.tickets.length).toBeGreaterThanOrEqual(5);
  const byMail = await admin("POST", `${clinic.tenant}/people/search`, { email: EMAIL.toUpperCase() });
  expect(byMail.body.tickets).toHaveLength(2);
  const ids = found.body.tickets.map(({ ticket_id }: { ticket_id: string }) => ticket_id).slice(0, 2);
  const exported = await admin("POST", `${clinic.tenant}/people/export`, {
    ticket_ids: ids,
    appointment_ids: found.body.appointments.map(
      ({ appointment_id }: { appointment_id: number }) => appointment_id,
    ),
  });
  expect(exported.body.appointments).toHaveLength(2);
  expect(JSON.stringify(exported.body)).toContain(NAME);
  expect(JSON.stringify(exported.body.appointments)).toContain("Qwombat has no time");
}

describe("privacy: a visitor's data after its time", () => {
  it("security: is in no table, no statistic, no log and no file, and on no screen", async () => {
    const clinic = await clinicOf(test);
    await morning(clinic);
    await atTheOffice(await signIn(test, ADMIN), clinic);
    const before = await canariesInTables(owner, CANARIES);
    expect(before.toSorted()).toEqual([
      "public.bookers: 779182736",
      "public.bookers: qwombat",
      "public.bookers: zephyrine",
      "public.command_answers: qwombat",
      "public.command_answers: zephyrine",
      "public.visitors: 779182736",
      "public.visitors: qwombat",
      "public.visitors: zephyrine",
    ]);

    clock += 31 * DAY_MS;
    // Kept by the database's own clock, for 48 hours: the keys that clients chose.
    await owner.query("update command_answers set created_at = created_at - interval '31 days'");
    await owner.query("select forget_command_answers(48, 5000)");
    const admin = await signIn(test, ADMIN);
    const run = await admin("POST", `${clinic.tenant}/privacy/runs`);
    expect(run).toMatchObject({ status: 201, body: { run: { verified: true, oldest_left: null } } });
    expect(run.body.run.erased).toBeGreaterThanOrEqual(5);
    const told = await admin("GET", `${clinic.tenant}/privacy`);
    expect(told.body).toMatchObject({ retention_days: 30, runs: [run.body.run] });

    expect(await canariesInTables(owner, CANARIES)).toEqual([]);
    expect(canariesInText(logged.join("\n"), CANARIES)).toEqual([]);
    const state = await admin("GET", `${clinic.tenant}/shops/${clinic.shopId}/state`);
    expect(state.body.view.tickets).not.toEqual({});
    const audit = await admin("GET", `${clinic.tenant}/audit?limit=200`);
    expect(canariesInText(JSON.stringify([state.body, audit.body]), CANARIES)).toEqual([]);

    // Pages of tables keep the bytes of dead rows until they are used again, and so does the write-ahead log.
    await owner.query("vacuum full");
    await owner.query("checkpoint");
    expect(await canariesInFiles(test.config.dataDir, CANARIES, ["pg_wal"])).toEqual([]);
  }, 60_000);

  it("security: the look itself finds what is planted, wherever it is", async () => {
    await owner.query(
      `create table public.planted as select '{"deep": ["Zephyrine"]}'::jsonb as a, 'qwombat'::bytea as b, array['+221779182736'] as c`,
    );
    await owner.query("analyze planted");
    expect(await canariesInTables(owner, CANARIES)).toEqual(
      expect.arrayContaining([
        "public.planted: zephyrine",
        "public.planted: qwombat",
        "public.planted: 779182736",
        "pg_catalog.pg_statistic: 779182736",
        "pg_catalog.pg_stats: 779182736",
      ]),
    );
    await owner.query("drop table planted");
    const folder = join(test.config.dataDir, "exports");
    await mkdir(folder);
    await writeFile(join(folder, "people.csv"), `A001,${NAME}\n`);
    expect(await canariesInFiles(test.config.dataDir, ["qwombat"], ["pg_wal", "base"])).toEqual([
      "exports/people.csv: qwombat",
    ]);
    expect(canariesInText(`{"msg":"${EMAIL}"}`, CANARIES)).toEqual(["zephyrine", "qwombat"]);
  });
});
