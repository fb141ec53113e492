import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, AGENT, apiOf, type Api, type Clinic, clinicOf, MANAGER, signIn } from "../testing/api.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";

let server: TestApp;
let admin: Api;
let manager: Api;
let clinic: Clinic;
beforeAll(async () => {
  server = await startTestApp();
  [admin, manager, clinic] = [
    await signIn(server, ADMIN),
    await signIn(server, MANAGER),
    await clinicOf(server),
  ];
});
afterAll(() => server[Symbol.asyncDispose]());

describe("shops", () => {
  test("a new one has sensible settings and its own short name; a second of that name gets a number", async () => {
    const body = { name: "Clinique de l'Étoile", time_zone: "Africa/Dakar" };
    const made = await admin("POST", `${clinic.tenant}/shops`, body);
    expect(made.status).toBe(201);
    expect(made.body.shop).toMatchObject({
      slug: "clinique-de-l-etoile",
      locale: "fr",
      grace_minutes: 15,
      public_names: false,
    });
    expect(made.body.seq).toBeGreaterThan(0);
    expect((await admin("POST", `${clinic.tenant}/shops`, body)).body.shop.slug).toBe(
      "clinique-de-l-etoile-2",
    );
    const taken = await admin("POST", `${clinic.tenant}/shops`, { ...body, slug: "salon-teranga" });
    expect([taken.status, taken.body.code, taken.body.field]).toEqual([409, "slug-taken", "slug"]);
    expect(
      (await admin("GET", `${clinic.tenant}/shops`)).body.shops.map(({ id }: { id: number }) => id),
    ).toContain(made.body.shop.id);
  });

  test("P2 once: the same key sent five times in parallel makes one shop", async () => {
    const key = randomUUID();
    const body = { name: "Once", time_zone: "UTC" };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => admin("POST", `${clinic.tenant}/shops`, body, { key })),
    );
    expect(new Set(answers.map((answer) => answer.body.shop.id)).size).toBe(1);
    const other = await admin("POST", `${clinic.tenant}/shops`, { ...body, name: "Other" }, { key });
    expect(other.body.code).toBe("idempotency-mismatch");
  });

  test("a change keeps what it does not name", async () => {
    const before = (await manager("GET", `${clinic.tenant}/shops`)).body.shops[0];
    const { body } = await manager("PATCH", `${clinic.tenant}/shops/1`, {
      address: "Rue 10",
      grace_minutes: 30,
    });
    expect(body.shop).toEqual({ ...before, address: "Rue 10", grace_minutes: 30 });
  });
});

describe("queues", () => {
  test("are made, changed and put out of use; the answer to a key sent twice is one queue", async () => {
    const key = randomUUID();
    const send = () =>
      manager(
        "POST",
        `${clinic.tenant}/shops/1/queues`,
        { name: "Radiologie", prefix: "r", service_ids: [1] },
        { key },
      );
    const [made, again] = [await send(), await send()];
    expect(made.body).toEqual(again.body);
    const { id } = made.body.queue;
    expect(made.body.queue).toMatchObject({
      prefix: "R",
      status: "open",
      policy: { kind: "fifo" },
      service_ids: [1],
    });
    const policy = { kind: "ratio", ordinary: 3, priority: 1 };
    const changed = await manager("PATCH", `${clinic.tenant}/queues/${id}`, { policy, capacity: 5 });
    expect(changed.body.queue).toMatchObject({ name: "Radiologie", policy, capacity: 5 });
    expect(
      (await manager("PATCH", `${clinic.tenant}/queues/${id}`, { capacity: null })).body.queue.capacity,
    ).toBeNull();
    expect((await manager("PATCH", `${clinic.tenant}/queues/${id}`, { prefix: "A" })).body.code).toBe(
      "prefix-taken",
    );
    expect((await manager("DELETE", `${clinic.tenant}/queues/${id}`)).body.queue.archived).toBe(true);
    const names = (await apiOf(server)("GET", "/public/tenants/clinique-madeleine/queues/")).body.queues;
    expect(names.map((queue: { id: string }) => queue.id)).not.toContain(id);
  });

  test("one in which people wait is not put out of use", async () => {
    const agent = await signIn(server, AGENT);
    await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, { full_name: "Waiting" });
    expect((await manager("DELETE", `${clinic.tenant}/queues/${clinic.queueId}`)).body.code).toBe(
      "queue-not-empty",
    );
  });
});

test("services are made, changed and put out of use", async () => {
  const url = `${clinic.tenant}/shops/1/services`;
  const made = await manager("POST", url, { name: "Vaccination", duration_minutes: 10 });
  expect(made.status).toBe(201);
  const { id } = made.body.service;
  expect(Number.isInteger(id)).toBe(true);
  expect((await manager("PATCH", `${url}/${id}`, { duration_minutes: 20 })).body.service).toMatchObject({
    name: "Vaccination",
    duration_minutes: 20,
  });
  expect((await manager("DELETE", `${url}/${id}`)).body.service.archived).toBe(true);
  expect((await manager("GET", url)).body.services.length).toBeGreaterThanOrEqual(4);
  expect((await manager("PATCH", `${url}/9999`, { name: "x" })).body.code).toBe("service-not-found");
});

test("counters are made, renamed and put out of use; a label is there once", async () => {
  const url = `${clinic.tenant}/shops/1/counters`;
  const made = await manager("POST", url, { label: 12 });
  expect(made.body.counter).toMatchObject({ label: "12", ticket_id: null });
  expect((await manager("POST", url, { label: "12" })).body.code).toBe("label-taken");
  const one = `${clinic.tenant}/counters/${made.body.counter.id}`;
  expect((await manager("PATCH", one, { label: "Salle 4" })).body.counter.label).toBe("Salle 4");
  expect((await manager("DELETE", one)).body.counter.archived).toBe(true);
});

test("a display is made and changed: null empties, what is absent stays", async () => {
  const url = `${clinic.tenant}/shops/1/displays`;
  const body = {
    name: "Hall",
    queue_ids: [clinic.queueId],
    custom_message: "Bonjour",
    theme: { primaryColor: "#123456" },
  };
  const made = await manager("POST", url, body);
  expect(made.status).toBe(201);
  expect(made.body.display).toMatchObject({
    ...body,
    theme: { primaryColor: "#123456", textColor: "#ffffff" },
    active: true,
  });
  const one = `${clinic.tenant}/displays/${made.body.display.id}`;
  expect((await manager("PATCH", one, { active: false })).body.display).toMatchObject({
    active: false,
    custom_message: "Bonjour",
  });
  expect((await manager("PATCH", one, { custom_message: null })).body.display.custom_message).toBeNull();
  expect((await manager("PATCH", one, { queue_ids: [randomUUID()] })).body).toMatchObject({
    code: "queue-not-found",
    field: "queue_ids",
  });
  for (const bad of ["javascript:alert(1)", "data:text/html,x", '/x" onerror="', "//evil.example/x"])
    expect((await manager("PATCH", one, { background_image: bad })).body.field).toBe("background_image");
  expect((await manager("PATCH", one, { theme: { primaryColor: "red;}" } })).body.field).toBe(
    "theme.primaryColor",
  );
});

describe("staff", () => {
  const member = {
    full_name: "Binta Fall",
    email: "binta@clinique-madeleine.example",
    password: "binta's password",
    role: "agent",
  };

  test("an administrator adds a colleague, who signs in; the password is in no answer", async () => {
    const made = await admin("POST", `${clinic.tenant}/staff`, member);
    expect(made.status).toBe(201);
    expect(made.body.staff).toMatchObject({ full_name: "Binta Fall", role: "agent", active: true });
    expect(JSON.stringify(made.body)).not.toContain(member.password);
    expect((await admin("POST", `${clinic.tenant}/staff`, member)).body).toMatchObject({
      code: "email-taken",
      field: "email",
    });
    const binta = await signIn(server, member.email, member.password);
    expect((await binta("GET", `${clinic.tenant}/shops`)).status).toBe(200);
  });

  test("P14 revoke: a dismissal ends the session, a new role counts at once", async () => {
    const { id } = (await admin("GET", `${clinic.tenant}/staff`)).body.staff.find(
      ({ email }: { email: string }) => email === member.email,
    );
    const binta = await signIn(server, member.email, member.password);
    expect((await binta("GET", `${clinic.tenant}/staff`)).body.code).toBe("forbidden");
    await admin("PATCH", `${clinic.tenant}/staff/${id}`, { role: "manager" });
    expect((await binta("GET", `${clinic.tenant}/staff`)).status).toBe(200);
    await admin("PATCH", `${clinic.tenant}/staff/${id}`, { active: false });
    expect((await binta("GET", "/auth/me")).status).toBe(401);
    const refused = await apiOf(server)("POST", "/auth/login", member);
    expect(refused.body.code).toBe("bad-credentials");
  });

  test("a new password ends what was open under the old one", async () => {
    const email = "moussa.ndiaye@clinique-madeleine.example";
    const { id } = (await admin("GET", `${clinic.tenant}/staff`)).body.staff.find(
      (one: { email: string }) => one.email === email,
    );
    const before = await signIn(server, email);
    await admin("PATCH", `${clinic.tenant}/staff/${id}`, { password: "a new password" });
    expect((await before("GET", "/auth/me")).status).toBe(401);
    await signIn(server, email, "a new password");
    expect((await apiOf(server)("POST", "/auth/login", { email, password: TEST_PASSWORD })).status).toBe(401);
  });

  test("the last administrator stays one", async () => {
    const { id } = (await admin("GET", `${clinic.tenant}/staff`)).body.staff.find(
      ({ role }: { role: string }) => role === "admin",
    );
    for (const change of [{ role: "agent" }, { active: false }])
      expect((await admin("PATCH", `${clinic.tenant}/staff/${id}`, change)).body.code).toBe("last-admin");
  });
});

describe("regressions", () => {
  test("two changes of different settings at the same time: neither took the other back", async () => {
    const queue = `${clinic.tenant}/queues/${clinic.otherQueueId}`;
    const display = `${clinic.tenant}/displays/${clinic.displayId}`;
    for (let round = 1; round <= 5; round += 1) {
      await Promise.all([
        manager("PATCH", queue, { rank: round }),
        manager("PATCH", queue, { target_wait_minutes: round }),
        manager("PATCH", queue, { capacity: round }),
        manager("PATCH", display, { custom_message: `round ${round}` }),
        manager("PATCH", display, { auto_refresh_seconds: round + 2 }),
        manager("PATCH", `${clinic.tenant}/shops/1`, { address: `Rue ${round}` }),
        manager("PATCH", `${clinic.tenant}/shops/1`, { grace_minutes: round }),
      ]);
      const { queues } = (await manager("GET", `${clinic.tenant}/shops/1/queues`)).body;
      expect(queues.find(({ id }: { id: string }) => id === clinic.otherQueueId)).toMatchObject({
        rank: round,
        target_wait_minutes: round,
        capacity: round,
      });
      const { displays } = (await manager("GET", `${clinic.tenant}/shops/1/displays`)).body;
      expect(displays.find(({ id }: { id: string }) => id === clinic.displayId)).toMatchObject({
        custom_message: `round ${round}`,
        auto_refresh_seconds: round + 2,
      });
      const { shops } = (await manager("GET", `${clinic.tenant}/shops`)).body;
      expect(shops[0]).toMatchObject({ address: `Rue ${round}`, grace_minutes: round });
    }
    await manager("PATCH", queue, { capacity: null });
  });

  test("a member of staff changed twice by one key, and a rename took a new role back", async () => {
    const body = { full_name: "Before", email: "twice@example.com", password: "long-enough", role: "agent" };
    const made = (await admin("POST", `${clinic.tenant}/staff`, body)).body.staff;
    const path = `${clinic.tenant}/staff/${made.id}`;
    const key = randomUUID();
    await admin("PATCH", path, { full_name: "First" }, { key });
    await admin("PATCH", path, { full_name: "Second" });
    expect((await admin("PATCH", path, { full_name: "First" }, { key })).body.staff.full_name).toBe("Second");
    const other = await admin("PATCH", path, { full_name: "Third" }, { key });
    expect(other.body.code).toBe("idempotency-mismatch");
    for (const role of ["manager", "agent", "manager", "agent"]) {
      await Promise.all([admin("PATCH", path, { role }), admin("PATCH", path, { full_name: `A ${role}` })]);
      const { staff } = (await admin("GET", `${clinic.tenant}/staff`)).body;
      expect(staff.find(({ id }: { id: number }) => id === made.id)).toMatchObject({
        role,
        full_name: `A ${role}`,
      });
    }
  });

  test("an address with half a character, and a staff id beyond any, failed in the database", async () => {
    const half = await admin("PATCH", `${clinic.tenant}/shops/1`, '{"address":"a\\ud800"}');
    expect([half.status, half.body.field]).toEqual([400, "address"]);
    const beyond = await admin("PATCH", `${clinic.tenant}/staff/2147483648`, { full_name: "x" });
    expect([beyond.status, beyond.body.code]).toEqual([404, "staff-not-found"]);
  });
});
