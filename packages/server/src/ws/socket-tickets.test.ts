import { afterAll, beforeAll, expect, test } from "vitest";
import type { CredentialChecks } from "../revocation/credential.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import type { SocketSession } from "./socket-dependencies.ts";
import { createSocketTickets, issueTicket } from "./socket-tickets.ts";

const session: SocketSession = {
  credential: { kind: "session", id: "s1" },
  standing: "agent of 11",
  userId: "u1",
  memberships: [],
  device: null,
};

let database: TestDatabase;
let standing: string | undefined = session.standing;
const one = async (): Promise<ReadonlyMap<string, string>> =>
  Promise.resolve(new Map(standing === undefined ? [] : [["s1", standing]]));
const checks: CredentialChecks = { session: one, device: one, integration: one };
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

const issue = (path: string | null = null) => issueTicket(database.db, session, path);
/** Two nodes: each keeps nothing of its own. */
const nodes = () =>
  [createSocketTickets(database.db, checks), createSocketTickets(database.db, checks)] as const;

test("security: a ticket serves once, on whichever node, within 30 s", async () => {
  const [here, there] = nodes();
  const { ticket, expiresInSeconds } = await issue();
  expect(expiresInSeconds).toBe(30);
  const answers = await Promise.all([here, there, here, there].map((node) => node.redeem(ticket, "/ws/v1")));
  expect(answers.filter((answer) => answer !== null)).toEqual([session]);
  const late = await issue();
  await database.owner.query("update socket_tickets set expires_at = expires_at - interval '30 s'");
  expect(await here.redeem(late.ticket, "/ws/v1")).toBeNull();
});

test("security: a ticket for one path opens no other, and is used up by the try", async () => {
  const [here] = nodes();
  const bound = await issue("/ws/v1");
  expect(await here.redeem(bound.ticket, "/ws/queue/1/")).toBeNull();
  expect(await here.redeem(bound.ticket, "/ws/v1")).toBeNull();
  const slashed = await issue("/ws/queue/1");
  expect(await here.redeem(slashed.ticket, "/ws/queue/1/")).toEqual(session);
});

test("P14 a ticket dies with what it was asked with", async () => {
  const [here] = nodes();
  for (const now of [undefined, "viewer of 11"]) {
    const { ticket } = await issue();
    standing = now;
    expect(await here.redeem(ticket, "/ws/v1")).toBeNull();
    standing = session.standing;
  }
});

test("security: what is kept of a ticket opens nothing, and what nobody used is forgotten", async () => {
  const [here] = nodes();
  const { ticket } = await issue();
  const { rows } = await database.pool.query("select * from socket_tickets");
  expect(JSON.stringify(rows)).not.toContain(ticket);
  await database.owner.query("update socket_tickets set expires_at = now() - interval '1 s'");
  await issue();
  const left = await database.owner.query("select 1 from socket_tickets");
  expect(left.rowCount).toBe(1);
  for (const invented of ["", "x", "a".repeat(43), `${ticket}'`, "a".repeat(9_000)])
    expect(await here.redeem(invented, "/ws/v1")).toBeNull();
});
