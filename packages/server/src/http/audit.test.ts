import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../shops/testing/test-shop.ts";
import { ADMIN, AGENT, type Api, type Clinic, clinicOf, MANAGER, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { connect } from "../ws/testing/test-client.ts";

let test: TestApp;
let admin: Api;
let manager: Api;
let agent: Api;
let clinic: Clinic;

beforeAll(async () => {
  test = await startTestApp();
  [admin, manager, agent] = await Promise.all([
    signIn(test, ADMIN),
    signIn(test, MANAGER),
    signIn(test, AGENT),
  ]);
  clinic = await clinicOf(test);
});
afterAll(() => test[Symbol.asyncDispose]());

interface Line {
  readonly id: string;
  readonly at: string;
  readonly source: string;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string };
  readonly subject: string | null;
  readonly subject_name: string | null;
  readonly shop_id: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

const read = async (api: Api, query = ""): Promise<readonly Line[]> => {
  const answer = await api("GET", `${clinic.tenant}/audit?limit=200${query}`);
  expect(answer.status).toBe(200);
  return answer.body.entries;
};

describe("the audit log", () => {
  it("security: says who called whom, from the shop's own log", async () => {
    const { body: given } = await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, {
      full_name: "Canary Bird",
      phone: "+221770009999",
    });
    const called = await agent("POST", `${clinic.tenant}/tickets/${given.ticket.id}/call`, { counter: "9" });
    expect(called.status).toBe(200);
    const [line] = await read(admin, "&action=ticket-called&source=desk");
    expect(line).toMatchObject({
      actor: { kind: "staff", name: "Dr. Awa Diop" },
      subject: `ticket:${given.ticket.id}`,
      subject_name: given.ticket.number,
      shop_id: clinic.shopId,
    });
    expect(JSON.stringify(await read(admin))).not.toContain("Canary");
  });

  it("security: says who booked for when, and who changed whom one can book with, and nobody's name", async () => {
    const inShop = `${clinic.tenant}/shops/${clinic.shopId}`;
    const { body: settings } = await manager("GET", `${inShop}/providers`);
    const [provider] = settings.providers;
    const { body } = await agent("POST", `${inShop}/appointments`, {
      service_id: provider.service_ids[0],
      provider_id: provider.id,
      appointment_time: "2027-03-01T10:30:00Z",
      full_name: "Canary Bird",
    });
    const [booked] = await read(admin, "&action=appointment-booked&source=desk");
    expect(booked).toMatchObject({
      actor: { kind: "staff", name: "Dr. Awa Diop" },
      subject: `appointment:${body.appointment.id}`,
      subject_name: "2027-03-01 10:30",
      shop_id: clinic.shopId,
    });
    await manager("PATCH", `${clinic.tenant}/providers/${provider.id}`, { lanes: 2 });
    const [changed] = await read(admin, "&action=provider-changed");
    expect(changed).toMatchObject({
      subject: `provider:${provider.id}`,
      subject_name: "Dr. Awa Diop",
      shop_id: clinic.shopId,
    });
    expect(JSON.stringify(await read(admin))).not.toContain("Canary");
  });

  it("security: says who looked at visitors' data, once an hour", async () => {
    const look = () => agent("GET", `${clinic.tenant}/shops/${clinic.shopId}/state`);
    expect([(await look()).status, (await look()).status]).toEqual([200, 200]);
    const topic = await agent("GET", `/topics/shop:${clinic.shopId}:staff`);
    expect(topic.status).toBe(200);
    const lines = await read(admin, "&action=desk-viewed");
    expect(lines.filter(({ actor }) => actor.name === "Dr. Awa Diop")).toMatchObject([
      { source: "audit", subject: `shop:${clinic.shopId}`, shop_id: clinic.shopId, ip: "127.0.0.0/24" },
    ]);
  });

  it("security: every change of a setting is in it, with what was sent but no names or secrets", async () => {
    await manager("PATCH", `${clinic.tenant}/displays/${clinic.displayId}`, {
      name: "Secret name",
      active: true,
    });
    const made = await admin("POST", `${clinic.tenant}/staff`, {
      full_name: "Secret Person",
      email: "secret.person@example.org",
      password: "a secret password",
      role: "agent",
    });
    expect(made.status).toBe(201);
    const lines = await read(admin, "&source=audit");
    expect(lines).toContainEqual(
      expect.objectContaining({
        action: "display-changed",
        subject: `display:${clinic.displayId}`,
        shop_id: clinic.shopId,
        detail: { fields: "name active", active: true },
      }),
    );
    const added = lines.find(({ subject }) => subject === `staff:${made.body.staff.id}`);
    expect(added).toMatchObject({ subject_name: "Secret Person", detail: { role: "agent" } });
    expect(JSON.stringify(lines.map(({ detail }) => detail))).not.toMatch(/secret/i);
    // The same change in the shop's own log is shown only to whoever asks for it.
    const inLog = ({ action, actor }: Line) => action === "display-configured" && actor.kind === "staff";
    expect((await read(admin)).filter(inLog)).toEqual([]);
    expect((await read(admin, "&action=display-configured")).filter(inLog)).toHaveLength(1);
  });

  it("security: a refused change leaves no entry", async () => {
    const before = (await read(admin, "&source=audit")).length;
    expect(
      (await agent("PATCH", `${clinic.tenant}/displays/${clinic.displayId}`, { name: "x" })).status,
    ).toBe(403);
    expect(
      (await manager("PATCH", `${clinic.tenant}/displays/${clinic.displayId}`, { name: "" })).status,
    ).toBe(400);
    expect((await read(admin, "&source=audit")).length).toBe(before);
  });

  it("security: pages by cursor meet every line once, newest first", async () => {
    const whole = await read(admin);
    const paged: Line[] = [];
    for (let cursor = ""; ;) {
      const { body } = await admin("GET", `${clinic.tenant}/audit?limit=7${cursor}`);
      paged.push(...body.entries);
      if (body.next === null || paged.length >= whole.length) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(paged.slice(0, whole.length).map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(new Set(paged.map(({ id }) => id)).size).toBe(paged.length);
    expect(whole.map(({ at }) => at)).toEqual(
      whole
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const bad = await admin("GET", `${clinic.tenant}/audit?cursor=nonsense`);
    expect(bad).toMatchObject({ status: 400, body: { code: "invalid-input", field: "cursor" } });
  });

  it("security: filters by person, shop and period", async () => {
    const me = (await agent("GET", "/auth/me")).body.user.id;
    const [first] = await read(admin, "&action=desk-viewed");
    const own = await read(admin, `&actor=${first?.actor.kind}:${first?.actor.id}`);
    expect(own.length).toBeGreaterThan(1);
    expect(new Set(own.map(({ actor }) => actor.name))).toEqual(new Set(["Dr. Awa Diop"]));
    expect(me).toBeDefined();
    expect(await read(admin, "&to=2020-01-01T00:00:00Z")).toEqual([]);
    expect(await read(admin, `&from=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([]);
    const other = await signIn(test, OWNER);
    const foreign = (await other("GET", "/tenants/salon-teranga/shops")).body.shops[0].id;
    expect(await read(admin, `&shop_id=${foreign}`)).toEqual([]);
  });

  it("security: a manager sees the own shops only, an agent nothing", async () => {
    const lines = await read(manager);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ shop_id }) => shop_id !== null)).toBe(true);
    for (const path of ["audit", "audit.csv", "audit/verification"])
      expect((await agent("GET", `${clinic.tenant}/${path}`)).status).toBe(403);
    const owner = await signIn(test, OWNER);
    expect((await owner("GET", `${clinic.tenant}/audit`)).status).toBe(404);
  });

  it("security: the CSV file has the same lines, formulas disarmed, and its download is noted", async () => {
    await manager("PATCH", `${clinic.tenant}/displays/${clinic.displayId}`, { name: "=HYPERLINK(1)" });
    const answer = await admin("GET", `${clinic.tenant}/audit.csv`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.body).toContain(`"'=HYPERLINK(1)"`);
    expect(answer.body).not.toMatch(/(^|,)"?=/m);
    expect(await read(admin, "&action=audit-exported")).toHaveLength(1);
  });

  it("security: the chain verifies", async () => {
    const answer = await admin("GET", `${clinic.tenant}/audit/verification`);
    expect(answer).toMatchObject({ status: 200, body: { state: "intact", from: 1 } });
  });
});

describe("the audit log of a calendar", () => {
  it("security: says who looked at a calendar with its visitors, by the topic and by the first document's socket", async () => {
    const viewers = async (): Promise<readonly string[]> => {
      const lines = await read(admin, "&action=desk-viewed");
      return lines.map(({ actor }) => actor.name).filter((name) => name !== "Dr. Awa Diop");
    };
    expect(await viewers()).toEqual([]);
    expect((await manager("GET", `/topics/shop:${clinic.shopId}:appointments`)).status).toBe(200);
    expect(await viewers()).toEqual(["Fatou Sarr"]);
    const url = `${test.app.address.replace("http", "ws")}/ws/appointments/${clinic.shopId}/`;
    await using socket = await connect(url, { headers: { authorization: `Bearer ${admin.token}` } });
    await socket.next("appointment_update");
    await eventually(async () => (await viewers()).includes("Mariama Ba"));
  });
});
