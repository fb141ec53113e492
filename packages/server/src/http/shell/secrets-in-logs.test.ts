import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createLog } from "../../log/create-log.ts";
import type { SlotsAnswer } from "@callnext/protocol";
import { ADMIN, AGENT, type Answer, type Api, apiOf, clinicOf, signIn } from "../../testing/api.ts";
import { startTestApp, TEST_PASSWORD } from "../../testing/start-test-app.ts";
import { connect, tryConnect } from "../../ws/testing/test-client.ts";

const OPENS_DOORS =
  /^(?:access_token|token|ticket|secret|key|code|link|url|ticket_url|appointment_url|appointment_key)$/;

/** Every text in an answer by which somebody could get in somewhere. */
function secretsIn(value: unknown, name = ""): readonly string[] {
  if (typeof value === "string") return OPENS_DOORS.test(name) && value.length >= 8 ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => secretsIn(part, key));
}

/** The same, and what of a link or a cookie is the secret in it. */
function partsOf(secret: string): readonly string[] {
  const parts = secret.split(/[#?=&;/\s]+/).filter((part) => part.length >= 16);
  return [secret, ...parts].filter(
    (part) => !/^(?:https?:|callnext_|localhost|appointments\.ics$)/.test(part),
  );
}

/** A time that is free at the clinic, and what it is free for. */
async function bookingOf(anyone: (...asked: Parameters<Api>) => Promise<Answer>) {
  const path = "/public/shops/clinique-madeleine-plateau/booking";
  const { body: page } = await anyone("GET", `${path}/`);
  const { id } = page.services.at(-1);
  const { body } = await anyone("GET", `${path}/slots/?service_id=${id}`);
  const [first] = (body as SlotsAnswer).days.flatMap(({ slots }) => slots);
  return { path, service_id: id as number, start: first?.start };
}

test("security: nothing that opens a door, and nobody's name, gets into the log, whatever happens", async () => {
  const lines: string[] = [];
  const log = createLog({ level: "trace", destination: { write: (line) => void lines.push(line) } });
  await using server = await startTestApp({ log });
  const clinic = await clinicOf(server);
  const canaries = new Set<string>([TEST_PASSWORD, AGENT, ADMIN]);
  const note = (text: string): string => {
    canaries.add(text);
    return text;
  };
  const watched =
    (api: Api) =>
    async (...asked: Parameters<Api>) => {
      const answer = await api(...asked);
      const cookie = answer.headers.get("set-cookie") ?? "";
      // The code of a problem opens nothing.
      const told = answer.status < 400 ? secretsIn(answer.body) : [];
      for (const secret of [...told, cookie.split(";", 1)[0] ?? ""])
        for (const part of partsOf(secret)) if (part !== "") note(part);
      return answer;
    };
  const anyone = watched(apiOf(server));
  const admin = watched(await signIn(server, ADMIN));
  const sockets = `${server.app.address.replace("http", "ws")}/ws/v1`;

  // People: signing in, well and badly, and what comes of it.
  const session = await anyone("POST", "/auth/login", { email: AGENT, password: TEST_PASSWORD });
  await anyone("POST", "/auth/login", { email: AGENT, password: note("canary wrong password") });
  await anyone("POST", "/auth/login", `{"email":"${AGENT}","password":"${note("canary-cut-off")}`);
  const agent = watched(apiOf(server, session.body.access_token));
  await anyone("GET", "/auth/me", undefined, {
    headers: { authorization: `Bearer ${note("canary-bearer-invented-0")}` },
  });
  await anyone("GET", "/auth/me", undefined, {
    headers: { cookie: `callnext_session=${note("canary-cookie-invented-0")}` },
  });
  await anyone("POST", "/auth/password-reset/request", { email: AGENT });
  await anyone("POST", "/auth/password-reset", {
    token: note("canary-reset-token-000"),
    password: note("canary new password"),
  });
  await admin("POST", `${clinic.tenant}/invitations`, {
    email: note("canary@invited.example"),
    full_name: note("Canary Invited"),
    role: "agent",
  });
  await anyone("POST", "/auth/invitation", { token: note("canary-invitation-token") });

  // Sockets: tickets in addresses, tokens in headers.
  const ticket = (await agent("POST", "/auth/socket-ticket", { path: "/ws/v1" })).body.ticket as string;
  await using socket = await connect(`${sockets}?ticket=${ticket}`);
  await socket.settled();
  await tryConnect(`${sockets}?ticket=${ticket}`);
  await tryConnect(`${sockets}?ticket=${note("canary-socket-ticket")}`);
  await tryConnect(sockets, { headers: { authorization: `Bearer ${note("canary-socket-bearer")}` } });

  // Programs and devices: keys.
  const key = await admin("POST", `${clinic.tenant}/keys`, { name: "bridge", role: "viewer" });
  expect(key.status).toBe(201);
  await watched(apiOf(server, key.body.secret))("GET", `${clinic.tenant}/shops`);
  const pairing = await anyone("POST", "/devices/pairings", {});
  expect(pairing.status).toBe(201);
  await anyone("POST", `/devices/pairings/${pairing.body.pairing_id}/key`, { secret: pairing.body.secret });

  // Visitors: who they are, and their private links.
  const person = {
    full_name: note("Canary Person"),
    phone: note("+221770009999"),
    email: note("canary@visitor.example"),
  };
  const joined = await anyone(
    "POST",
    `/public/tenants/clinique-madeleine/queues/${clinic.queueId}/signup/`,
    person,
  );
  const headers = { "x-ticket-key": note("canary-ticket-key-000000") };
  await anyone("DELETE", `/public/tenants/clinique-madeleine/tickets/${joined.body.ticket_id}/`, undefined, {
    headers,
  });
  await agent("GET", `${clinic.tenant}/shops/${clinic.shopId}/state?secret=${note("canary-query")}`);
  await anyone("GET", `/public/tickets/${randomUUID()}?key=${note("canary-link-key-00000")}`);
  const { service_id: serviceId, ...calendar } = await bookingOf(anyone);
  const booked = await anyone("POST", `${calendar.path}/appointments/`, {
    full_name: note("Canary Booker"),
    phone_number: note("+221770008888"),
    email: note("canary@booker.example"),
    notes: note("canary wish"),
    service_id: serviceId,
    appointment_time: calendar.start,
  });
  expect(booked.status).toBe(201);
  const own = `/public/appointments/${booked.body.appointment.id}/`;
  await anyone("GET", own, undefined, { headers: { "x-appointment-key": booked.body.appointment_key } });
  await anyone("GET", own, undefined, { headers: { "x-appointment-key": note("canary-appointment-key") } });
  const feeds = `${clinic.tenant}/shops/${clinic.shopId}/calendar-feeds`;
  const feed = await agent("POST", feeds, { name: "phone" });
  expect((await anyone("GET", `/${new URL(feed.body.url).pathname}`)).status).toBe(200);
  await anyone("GET", `/public/calendars/${note("canary-calendar-token")}/appointments.ics`);
  await agent("POST", "/auth/logout");

  // What a careless line would say.
  log.info(
    {
      password: note("canary-1"),
      user: { email: note("canary-2") },
      req: { headers: { cookie: note("canary-3") } },
    },
    "told",
  );
  log.warn(
    { secret: note("canary-4"), key: { secret: note("canary-5"), "x-ticket-key": note("canary-6") } },
    "told",
  );

  const text = lines.join("");
  expect(text).toContain("/api/v1/tenants/:slug/shops/:shopId/state");
  expect(canaries.size).toBeGreaterThan(30);
  expect([...canaries].filter((canary) => text.includes(canary))).toEqual([]);
}, 30_000);
