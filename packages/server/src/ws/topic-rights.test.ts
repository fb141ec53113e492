import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Holder, may } from "../people/permissions.ts";
import { TOPIC_AUTHORISATION } from "../stream/topic-authorisation.ts";
import { parseTopicName, type TopicAddress } from "../stream/topic-name.ts";
import {
  ADMIN,
  AGENT,
  apiOf,
  type Api,
  type Clinic,
  clinicOf,
  MANAGER,
  OWNER,
  signIn,
} from "../testing/api.ts";
import { pairBoard } from "../testing/pair-board.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { connect, type Frame } from "./testing/test-client.ts";

const NAME = "Aminata Canary Sow";
const PHONE = "+221770009911";
const EMAIL = "aminata.canary@example.org";
const WISH = "Quiet, says Canary";
const MEMBERS = ["admin", "manager", "agent", "viewer"] as const;
const KEYS = ["manager", "agent", "viewer"] as const;

let server: TestApp;
let clinic: Clinic;
const tokens = new Map<string, string | null>([["nobody", null]]);

beforeAll(async () => {
  server = await startTestApp();
  clinic = await clinicOf(server);
  const admin = await signIn(server, ADMIN);
  tokens.set("admin", admin.token);
  tokens.set("manager", (await signIn(server, MANAGER)).token);
  tokens.set("agent", (await signIn(server, AGENT)).token);
  tokens.set("stranger", (await signIn(server, OWNER)).token);
  const viewer = {
    full_name: "Only Looking",
    email: "v@x.example",
    password: "a viewer's password",
    role: "viewer",
  };
  await admin("POST", `${clinic.tenant}/staff`, viewer);
  tokens.set("viewer", (await signIn(server, viewer.email, viewer.password)).token);
  for (const role of KEYS) {
    const { body } = await admin("POST", `${clinic.tenant}/keys`, { name: role, role });
    tokens.set(`key:${role}`, body.secret);
  }
  tokens.set("device", await pairBoard(apiOf(server), admin, clinic.tenant, clinic.displayId));
  await admin("PATCH", `${clinic.tenant}/displays/${clinic.displayId}`, { public: false });
  const visitor = { full_name: NAME, phone: PHONE };
  await admin("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, visitor);
  await bookFor(admin);
});

/** The visitor's appointment in two hours, with an e-mail address and a wish. */
async function bookFor(admin: Api): Promise<void> {
  const inShop = `${clinic.tenant}/shops/${clinic.shopId}`;
  const { providers } = (await admin("GET", `${inShop}/providers`)).body;
  const answer = await admin("POST", `${inShop}/appointments`, {
    service_id: providers[0].service_ids[0],
    provider_id: providers[0].id,
    appointment_time: new Date(Date.now() + 7_200_000).toISOString(),
    full_name: NAME,
    phone_number: PHONE,
    email: EMAIL,
    notes: WISH,
  });
  if (answer.status !== 201) throw new Error(`the booking gave ${JSON.stringify(answer.body)}`);
}
afterAll(() => server[Symbol.asyncDispose]());

function socketOf(name: string, path = "/ws/v1") {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`nobody is called ${name}`);
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  return connect(`${server.app.address.replace("http", "ws")}${path}`, { headers });
}

function topicOf(audience: TopicAddress["audience"]): string {
  return audience === "display" ? `display:${clinic.displayId}` : `shop:${clinic.shopId}:${audience}`;
}

/** By a socket and over HTTP, which have to agree: what is seen, or the codes by which it is refused. */
async function follow(name: string, audience: TopicAddress["audience"]) {
  const topic = topicOf(audience);
  await using socket = await socketOf(name);
  socket.send({ type: "subscribe", topic });
  let frame: Frame = await socket.next();
  while (frame.type !== "snapshot" && frame.type !== "refused") frame = await socket.next();
  const overHttp = await apiOf(server, tokens.get(name) ?? null)("GET", `/topics/${topic}`);
  return {
    text: JSON.stringify([frame, overHttp.body]),
    seen: [frame.type === "snapshot", overHttp.status === 200],
    codes: [frame["code"], overHttp.body.code],
  };
}

const AUDIENCES = Object.keys(TOPIC_AUTHORISATION) as readonly TopicAddress["audience"][];
/** Said here once more, so that a topic does not become public by its declaration alone. */
const OF_STAFF = ["staff", "appointments", "boards"] as const;

test("every kind of topic that has a name declares who may follow it", () => {
  const { displayId } = { displayId: "00000000-0000-4000-8000-000000000000" };
  const names = [
    ...["staff", "public", "appointments", "boards"].map((kind) => `shop:1:${kind}`),
    `display:${displayId}`,
  ];
  const parsed = names.map((name) => parseTopicName(name)?.audience);
  expect(new Set(parsed)).toEqual(new Set(AUDIENCES));
});

describe("security: who may follow what, every cell over a socket and over HTTP", () => {
  const members = [...MEMBERS.map((role) => [role, role]), ...KEYS.map((role) => [`key:${role}`, role])];

  test.each(members)("%s: all topics of the shop", async (name, role) => {
    for (const audience of AUDIENCES) {
      const authorisation = TOPIC_AUTHORISATION[audience];
      if (authorisation.kind === "action") expect(may(role as Holder, authorisation.action)).toBe(true);
      expect([audience, (await follow(name ?? "", audience)).seen]).toEqual([audience, [true, true]]);
    }
  });

  test.each(["nobody", "stranger", "device"])("%s: nothing that is for staff", async (name) => {
    const codes = name === "nobody" ? ["unauthenticated", "unauthenticated"] : ["not-found", "topic-unknown"];
    for (const audience of OF_STAFF) {
      const { seen, codes: got } = await follow(name, audience);
      expect([audience, seen, got]).toEqual([audience, [false, false], codes]);
    }
  });

  test.each(["nobody", "stranger", "device"])("%s: what the room may know", async (name) => {
    expect((await follow(name, "public")).seen).toEqual([true, true]);
  });

  test("a display that is not public: its own board, not nobody and no stranger", async () => {
    expect((await follow("device", "display")).seen).toEqual([true, true]);
    for (const name of ["nobody", "stranger"])
      expect((await follow(name, "display")).codes).toEqual(["display-not-public", "display-not-public"]);
  });
});

describe("security: names and phones of visitors", () => {
  const knows = (role: string): boolean => may(role as Holder, "see-visitors");
  const members = [...MEMBERS.map((role) => [role, role]), ...KEYS.map((role) => [`key:${role}`, role])];

  test.each(members)("%s", async (name = "", role = "") => {
    const { text } = await follow(name, "staff");
    expect([text.includes(NAME), text.includes(PHONE)]).toEqual([knows(role), knows(role)]);
    const api: Api = apiOf(server, tokens.get(name) ?? null);
    const state = JSON.stringify((await api("GET", `${clinic.tenant}/shops/${clinic.shopId}/state`)).body);
    expect([state.includes(NAME), state.includes(PHONE)]).toEqual([knows(role), knows(role)]);
    await using queue = await socketOf(name, `/ws/queue/${clinic.shopId}/`);
    const items = JSON.stringify(await queue.next("queue_update"));
    expect([items.includes(NAME), items.includes(PHONE)]).toEqual([knows(role), knows(role)]);
    await using document = await socketOf(name, `/ws/appointments/${clinic.shopId}/`);
    const calendars = [
      (await follow(name, "appointments")).text,
      JSON.stringify(await document.next("appointment_update")),
    ];
    for (const calendar of calendars)
      for (const secret of [NAME, PHONE, EMAIL, WISH])
        expect([secret, calendar.includes(secret)]).toEqual([secret, knows(role)]);
  });

  test("reach a viewer by no delta either, while the agent beside gets them", async () => {
    await using viewer = await socketOf("viewer");
    await using agent = await socketOf("agent");
    const topic = topicOf("staff");
    for (const socket of [viewer, agent]) {
      socket.send({ type: "subscribe", topic });
      await socket.next("snapshot");
    }
    const visitor = { full_name: "Second Canary", phone: "+221770009922" };
    const admin = apiOf(server, tokens.get("admin") ?? null);
    const { body } = await admin("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, visitor);
    const toldAgent = JSON.stringify(await agent.next("delta"));
    const toldViewer = JSON.stringify(await viewer.next("delta"));
    expect(toldAgent).toContain("Second Canary");
    expect(toldViewer).toContain(body.ticket.id);
    expect(JSON.stringify(viewer.frames)).not.toContain("Canary");
    expect(JSON.stringify(viewer.frames)).not.toContain("2217700099");
  });
});
