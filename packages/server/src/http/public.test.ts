import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AGENT, apiOf, type Api, type Clinic, clinicOf, MANAGER, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

let server: TestApp;
let anyone: Api;
let clinic: Clinic;
const base = "/public/tenants/clinique-madeleine";
beforeAll(async () => {
  server = await startTestApp();
  anyone = apiOf(server);
  clinic = await clinicOf(server);
});
afterAll(() => server[Symbol.asyncDispose]());

const join = (body: unknown = { full_name: "Jane Smith" }, key?: string) =>
  anyone("POST", `${base}/queues/${clinic.queueId}/signup/`, body, key === undefined ? {} : { key });
const keyOf = (answer: Awaited<ReturnType<Api>>): Record<string, string> => ({
  "x-ticket-key": String(answer.body.ticket_url).split("#k=")[1] ?? "",
});

describe("what anyone may see", () => {
  test("organisations and queues, with and without the trailing slash", async () => {
    expect(
      (await anyone("GET", "/public/tenants/")).body.tenants.map(({ slug }: { slug: string }) => slug),
    ).toEqual(["clinique-madeleine", "salon-teranga"]);
    for (const path of [`${base}/queues/`, `${base}/queues`]) {
      const { body } = await anyone("GET", path);
      expect(body).toMatchObject({
        tenant_name: "Clinique de la Madeleine",
        tenant_slug: "clinique-madeleine",
      });
      expect(Object.keys(body.queues[0]).toSorted()).toEqual([
        "algorithm",
        "booked_within_hour",
        "capacity_left",
        "estimated_service_seconds",
        "id",
        "max_capacity",
        "name",
        "service",
        "site",
        "status",
        "waiting_count",
      ]);
    }
  });

  test("the page to join a shop", async () => {
    const { body } = await anyone("GET", "/public/shops/clinique-madeleine-plateau");
    expect(body).toMatchObject({
      tenant: { locale: "fr" },
      shop: { id: 1, open_now: true, phone_required: false },
    });
    expect(body.queues[0]).toMatchObject({ name: "Consultations", services: ["Consultation générale"] });
  });

  test("a board in the second document's words", async () => {
    const agent = await signIn(server, AGENT);
    const joined = await join();
    await agent("POST", `${clinic.tenant}/tickets/${joined.body.ticket_id}/call`, { counter: 3 });
    const { body } = await anyone("GET", `${base}/displays/${clinic.displayId}/tickets/`);
    expect(body.tickets[0]).toMatchObject({
      number: joined.body.ticket_number,
      status: "appele",
      counter: 3,
      agent_name: "Dr. Awa Diop",
    });
    expect(body.display).toMatchObject({ name: "Écran Principal", auto_refresh_seconds: 5 });
    expect(body.waiting_stats[clinic.queueId]).toBeTypeOf("number");
    expect(JSON.stringify(body)).not.toContain("Jane");
    expect((await anyone("POST", `${base}/displays/${clinic.displayId}/ping/`)).body.status).toBe("ok");
    expect((await anyone("GET", `/public/displays/${clinic.displayId}`)).body).toEqual({
      tenant_slug: "clinique-madeleine",
      display_id: clinic.displayId,
      shop_id: 1,
    });
  });

  test("a board that is unknown, foreign, switched off or without queues says which, by 404", async () => {
    const manager = await signIn(server, MANAGER);
    const made = await manager("POST", `${clinic.tenant}/shops/1/displays`, { name: "Hall", queue_ids: [] });
    const read = async (tenant: string, id: string) => {
      const { status, body } = await anyone("GET", `/public/tenants/${tenant}/displays/${id}/tickets/`);
      return [status, body.code];
    };
    expect(await read("clinique-madeleine", randomUUID())).toEqual([404, "display-unknown"]);
    expect(await read("clinique-madeleine", "nonsense")).toEqual([404, "display-unknown"]);
    expect(await read("salon-teranga", clinic.displayId)).toEqual([404, "display-unknown"]);
    expect(await read("clinique-madeleine", made.body.display.id)).toEqual([404, "display-without-queues"]);
    await manager("PATCH", `${clinic.tenant}/displays/${made.body.display.id}`, { active: false });
    expect(await read("clinique-madeleine", made.body.display.id)).toEqual([404, "display-inactive"]);
  });
});

describe("a visitor", () => {
  test("joins, sees their place without anyone's name, says they are here, leaves", async () => {
    const joined = await join({ full_name: "Awa Ndiaye", email: "", phone: "+221 77 000 00 01" });
    expect(joined.status).toBe(201);
    expect(joined.body).toMatchObject({
      queue_id: clinic.queueId,
      queue_name: "Consultations",
      status: "en_attente",
    });
    expect(joined.body.eta_seconds).toBeTypeOf("number");
    const ticket = `${base}/tickets/${joined.body.ticket_id}/`;
    const seen = await anyone("GET", ticket);
    expect(seen.body).toMatchObject({
      ticket_number: joined.body.ticket_number,
      native_status: "waiting",
      can_leave: false,
      shop_slug: "clinique-madeleine-plateau",
    });
    expect(seen.body.wait.p50).toBeLessThanOrEqual(seen.body.wait.p90);
    expect(JSON.stringify(seen.body)).not.toContain("Ndiaye");
    const headers = keyOf(joined);
    expect(
      (await anyone("GET", `/public/tickets/${joined.body.ticket_id}`, undefined, { headers })).body
        .can_leave,
    ).toBe(true);
    expect((await anyone("POST", `${ticket}confirm-presence/`, undefined, { headers })).body.status).toBe(
      "ok",
    );
    const left = await anyone("DELETE", ticket, undefined, { headers });
    expect(left.body).toMatchObject({ status: "clos", native_status: "cancelled", outcome: "left" });
    expect((await anyone("DELETE", ticket, undefined, { headers })).body.code).toBe("wrong-state");
  });

  test("leaves with the link that the desk handed over", async () => {
    const agent = await signIn(server, AGENT);
    const given = await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, {});
    const left = await anyone("DELETE", `${base}/tickets/${given.body.ticket.id}/`, undefined, {
      headers: keyOf(given),
    });
    expect(left.status).toBe(200);
  });

  test("leaves by the cookie of the signup as well, which a script cannot read", async () => {
    const joined = await join();
    const cookie = joined.headers.get("set-cookie") ?? "";
    expect(cookie).toContain(`callnext_ticket_${joined.body.ticket_id}=`);
    expect(cookie).toContain("HttpOnly");
    const headers = { cookie: cookie.split(";")[0] ?? "" };
    const path = `${base}/tickets/${joined.body.ticket_id}/`;
    const foreign = { ...headers, origin: "https://evil.example" };
    expect((await anyone("DELETE", path, undefined, { headers: foreign })).body.code).toBe("not-your-ticket");
    expect((await anyone("DELETE", path, undefined, { headers })).body.outcome).toBe("left");
  });

  test("a stranger who knows the ticket's id cannot end it or answer for it", async () => {
    const [mine, other] = [await join(), await join()];
    const path = `${base}/tickets/${mine.body.ticket_id}/`;
    for (const headers of [{}, keyOf(other), { "x-ticket-key": "" }] as Record<string, string>[]) {
      expect((await anyone("DELETE", path, undefined, { headers })).body.code).toBe("not-your-ticket");
      expect((await anyone("POST", `${path}confirm-presence/`, undefined, { headers })).status).toBe(403);
    }
    const foreignStaff = await signIn(server, OWNER);
    expect((await foreignStaff("DELETE", path)).body.code).toBe("not-your-ticket");
    const staff = await signIn(server, AGENT);
    expect((await staff("DELETE", path)).body.outcome).toBe("removed");
  });

  test("P2 once: the same key sent 20 times in parallel gives one place and one private link", async () => {
    const key = randomUUID();
    const body = { full_name: "Only Once" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => join(body, key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
  });

  test("a full and a closed queue say so by 409", async () => {
    const manager = await signIn(server, MANAGER);
    const made = await manager("POST", `${clinic.tenant}/shops/1/queues`, {
      name: "Small",
      prefix: "S",
      capacity: 1,
    });
    const path = `${base}/queues/${made.body.queue.id}/signup/`;
    expect((await anyone("POST", path, { full_name: "First" })).status).toBe(201);
    const full = await anyone("POST", path, { full_name: "Second" });
    expect([full.status, full.body.code]).toEqual([409, "queue-full"]);
    await manager("POST", `${clinic.tenant}/queues/${made.body.queue.id}/close`);
    const closed = await anyone("POST", path, { full_name: "Third" });
    expect([closed.status, closed.body.code]).toEqual([409, "queue-closed"]);
  });
});

describe("live topics over HTTP", () => {
  test("public, display and staff topics, each to its audience; 204 where nothing changed", async () => {
    const shop = await anyone("GET", "/topics/shop:1:public");
    expect(shop.body).toMatchObject({ topic: "shop:1:public", view: { shop: { self: { id: 1 } } } });
    const same = await anyone(
      "GET",
      `/topics/shop%3A1%3Apublic?epoch=${shop.body.epoch}&seq=${shop.body.to}`,
    );
    expect(same.status).toBe(204);
    expect((await anyone("GET", `/topics/display:${clinic.displayId}`)).body.view.display.self.name).toBe(
      "Écran Principal",
    );
    expect((await anyone("GET", "/topics/shop:1:staff")).body.code).toBe("unauthenticated");
    expect((await (await signIn(server, AGENT))("GET", "/topics/shop:1:staff")).status).toBe(200);
    expect((await (await signIn(server, OWNER))("GET", "/topics/shop:1:staff")).body.code).toBe(
      "topic-unknown",
    );
    for (const name of ["nonsense", "shop:99:public", "shop:0:public"])
      expect((await anyone("GET", `/topics/${name}`)).body.code).toBe("topic-unknown");
    expect((await anyone("GET", "/topics/display:nonsense")).body.code).toBe("display-unknown");
  });
});
