import { connect, type TestClient, tryConnect } from "../../ws/testing/test-client.ts";
import type { TestApp } from "../start-test-app.ts";
import type { SeededTenant } from "./seeded-tenant.ts";

/** What somebody heard of a tenant that is not theirs. */
export interface Heard {
  readonly where: string;
  readonly text: string;
  /** It stands on public pages and boards. */
  readonly isOpen: boolean;
}

/** Opens every socket about this tenant with another's credentials, lets something happen there, and gives all that was told. */
export async function listenAsForeigner(
  test: TestApp,
  token: string | null,
  foreign: SeededTenant,
): Promise<readonly Heard[]> {
  const base = test.app.address.replace("http", "ws");
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  await using stack = new AsyncDisposableStack();
  const heard: Heard[] = [];
  const open: { readonly where: string; readonly client: TestClient; readonly isOpen: boolean }[] = [];
  for (const { where, isOpen } of topicsOf(foreign)) {
    const client = stack.use(await connect(`${base}/ws/v1`, { protocols: ["callnext.v1"], headers }));
    client.send({ type: "subscribe", topic: where });
    open.push({ where, client, isOpen });
  }
  for (const { where, isOpen } of pathsOf(foreign)) {
    const client = await tryConnect(`${base}${where}`, { headers });
    if ("status" in client) heard.push({ where, text: JSON.stringify(client), isOpen });
    else open.push({ where, client: stack.use(client), isOpen });
  }
  for (const { client } of open) await client.settled();
  await happen(foreign);
  // The public topic is told; by then the others are, those that are told at all.
  await open.find(({ where }) => where.endsWith(":public"))?.client.next();
  for (const { client } of open) await client.settled();
  for (const { where, client, isOpen } of open)
    heard.push({ where, text: JSON.stringify(client.frames), isOpen });
  return heard;
}

function topicsOf({ shopId, publicDisplayId, privateDisplayId }: SeededTenant) {
  return [
    { where: `shop:${shopId}:staff`, isOpen: false },
    { where: `shop:${shopId}:boards`, isOpen: false },
    { where: `shop:${shopId}:appointments`, isOpen: false },
    { where: `shop:${shopId}:public`, isOpen: true },
    { where: `display:${publicDisplayId}`, isOpen: true },
    { where: `display:${privateDisplayId}`, isOpen: false },
  ];
}

function pathsOf({ slug, shopId, publicDisplayId, privateDisplayId }: SeededTenant) {
  return [
    { where: `/ws/queue/${shopId}/`, isOpen: true },
    { where: `/ws/queue/${shopId}`, isOpen: true },
    { where: `/ws/appointments/${shopId}/`, isOpen: true },
    { where: `/ws/tenants/${slug}/displays/${publicDisplayId}/`, isOpen: true },
    { where: `/ws/tenants/${slug}/displays/${privateDisplayId}/`, isOpen: false },
  ];
}

async function happen({ slug, secret, open, queueId, shopId, ids, callers }: SeededTenant): Promise<void> {
  const path = `/tenants/${slug}/queues/${queueId}`;
  const person = { full_name: `Joe ${secret}`, phone: "+221770000000" };
  await callers.agent("POST", `/tenants/${slug}/shops/${shopId}/appointments`, {
    service_id: Number(ids["serviceId"]?.[0]),
    appointment_time: new Date(Date.now() + 50 * 3_600_000).toISOString(),
    full_name: person.full_name,
    phone_number: person.phone,
    notes: `${secret} wish`,
  });
  await callers.agent("POST", `${path}/tickets`, person);
  await callers.agent("POST", `${path}/call-next`, { counter: `${open} counter` });
}
