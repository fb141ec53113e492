import type { Api } from "../api.ts";
import { apiOf, signIn } from "../api.ts";
import { TEST_PASSWORD, type TestApp } from "../start-test-app.ts";

/** Who sends requests in a tenant's name, or in nobody's. */
export const CALLERS = ["admin", "manager", "agent", "viewer", "key", "device", "nobody"] as const;
export type CallerName = (typeof CALLERS)[number];

/** A tenant all of whose data can be told from any other's. */
export interface SeededTenant {
  readonly slug: string;
  /** In every text that only its own people may see. */
  readonly secret: string;
  /** In every text that stands on its public pages and boards. */
  readonly open: string;
  /** What stands for it in addresses and bodies, by the name of the parameter. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly callers: Readonly<Record<CallerName, Api>>;
  readonly shopId: number;
  readonly queueId: string;
  readonly publicDisplayId: string;
  readonly privateDisplayId: string;
}

/** Fills a tenant that is there, by the API alone. */
export async function seedTenant(
  test: TestApp,
  slug: string,
  adminEmail: string,
  mark: string,
): Promise<SeededTenant> {
  const canaries = { secret: `SecretCanary${mark}`, open: `OpenCanary${mark}` };
  const admin = await signIn(test, adminEmail);
  const make: Make = async (path, body, method = "POST") => {
    const answer = await admin(method, `/tenants/${slug}${path}`, body);
    if (answer.status >= 300) throw new Error(`${path} gave ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const shop = await seedShop(make, canaries);
  const staff = await seedStaff(test, make, canaries);
  const programs = await seedPrograms(test, make, shop.privateDisplayId, canaries.secret);
  return {
    ...canaries,
    slug,
    shopId: shop.shopId,
    queueId: shop.queueId,
    publicDisplayId: shop.publicDisplayId,
    privateDisplayId: shop.privateDisplayId,
    callers: { ...staff.callers, ...programs.callers, admin, nobody: apiOf(test) },
    ids: {
      ...shop.ids,
      ...staff.ids,
      ...programs.ids,
      entryId: await entriesOf(admin, shop.shopId),
      slug: [slug],
      tenantSlug: [slug],
      phone: [phoneOf(canaries.secret)],
      email: [emailOf(canaries.secret)],
    },
  };
}

/** How the first document's pages call the shop's open tickets. */
async function entriesOf(admin: Api, shopId: number): Promise<readonly string[]> {
  const { body } = await admin("GET", `//shop-owners/shops/${shopId}/queue`);
  return body.map(({ id }: { readonly id: number }) => String(id));
}

type Canaries = Pick<SeededTenant, "secret" | "open">;

async function seedShop(make: Make, { secret, open }: Canaries) {
  const { shop } = await make("/shops", {
    name: `${open} shop`,
    address: `${open} street`,
    time_zone: "Africa/Dakar",
    locale: "fr",
  });
  const inShop = `/shops/${shop.id}`;
  const { service } = await make(`${inShop}/services`, { name: `${open} service`, duration_minutes: 5 });
  const { queue } = await make(`${inShop}/queues`, { name: `${open} queue`, prefix: "Q" });
  const { counter } = await make(`${inShop}/counters`, { label: `${open} counter` });
  const shown = { queue_ids: [queue.id] };
  const hall = await make(`${inShop}/displays`, { name: `${open} hall`, public: true, ...shown });
  const office = await make(`${inShop}/displays`, {
    name: `${secret} office`,
    custom_message: `${secret} message`,
    public: false,
    ...shown,
  });
  const displays: readonly string[] = [hall.display.id, office.display.id];
  const booking = await seedBooking(make, inShop, service.id, { secret, open });
  const topics = ["staff", "boards", "appointments", "public"].map(
    (audience) => `shop:${shop.id}:${audience}`,
  );
  return {
    shopId: shop.id as number,
    queueId: queue.id as string,
    publicDisplayId: hall.display.id as string,
    privateDisplayId: office.display.id as string,
    ids: {
      shopSlug: [shop.slug],
      shopId: [String(shop.id)],
      queueId: [queue.id],
      serviceId: [String(service.id)],
      counterId: [counter.id],
      displayId: displays,
      ...booking,
      ticketId: await seedTickets(make, queue.id, `${open} counter`, secret),
      name: [...topics, ...displays.map((id) => `display:${id}`)],
    },
  };
}

/** Visitors may book; one has, by the desk. */
async function seedBooking(make: Make, inShop: string, serviceId: number, { secret, open }: Canaries) {
  await make(inShop, { booking: { open: true } }, "PATCH");
  const { provider } = await make(`${inShop}/providers`, { name: `${open} chair` });
  const { appointment } = await make(`${inShop}/appointments`, {
    service_id: serviceId,
    provider_id: provider.id,
    appointment_time: new Date(Date.now() + 26 * 3_600_000).toISOString(),
    full_name: `Jane ${secret}`,
    phone_number: phoneOf(secret),
    email: emailOf(secret),
    notes: `${secret} wish`,
  });
  const { waiting } = await make(`${inShop}/waiting-list`, {
    service_id: serviceId,
    // Beyond the horizon: nothing is to be offered while rows are compared.
    from: new Date(Date.now() + 80 * 86_400_000).toISOString().slice(0, 10),
    full_name: `Jill ${secret}`,
    email: emailOf(secret),
  });
  const { feed } = await make(`${inShop}/calendar-feeds`, { name: `${secret} calendar` });
  return {
    providerId: [provider.id],
    appointmentId: [String(appointment.id)],
    waitingId: [waiting.id],
    feedId: [feed.id],
  };
}

/** What lets somebody in who is no member of staff. Those that are named are not those that ask: their tenant may end them. */
async function seedPrograms(test: TestApp, make: Make, displayId: string, secret: string) {
  const { invitation } = await make("/invitations", {
    email: `invited.${secret.toLowerCase()}@example.org`,
    full_name: `${secret} Invited`,
    role: "agent",
  });
  const key = await make("/keys", { name: `${secret} program`, role: "manager" });
  const device = await pair(test, make, displayId, `${secret} board`);
  const namedKey = await make("/keys", { name: `${secret} other program`, role: "viewer" });
  const namedDevice = await pair(test, make, displayId, `${secret} other board`);
  const { webhook } = await make("/webhooks", {
    url: `https://hooks.example.invalid/${secret}`,
    events: ["queue-status-changed"],
  });
  // Nothing is to be sent while rows are compared.
  await make(`/webhooks/${webhook.id}`, { active: false }, "PATCH");
  return {
    callers: { key: apiOf(test, key.secret), device: apiOf(test, device.key) },
    ids: {
      invitationId: [invitation.id],
      keyId: [namedKey.key.id],
      deviceId: [namedDevice.id],
      pairingId: [namedDevice.pairingId],
      webhookId: [webhook.id],
    },
  };
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers of every shape
type Made = any;

type Make = (path: string, body: object, method?: string) => Promise<Made>;

function phoneOf(secret: string): string {
  return `+22177${[...secret].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 10_000_000}`.padEnd(
    13,
    "0",
  );
}

function emailOf(secret: string): string {
  return `visitor.${secret.toLowerCase()}@example.org`;
}

/** One that waits, one that is called and one that has ended. */
async function seedTickets(make: Make, queueId: string, counter: string, secret: string): Promise<string[]> {
  const person = { full_name: `Jane ${secret}`, phone: phoneOf(secret), email: emailOf(secret) };
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.push((await make(`/queues/${queueId}/tickets`, person)).ticket.id);
  const called = await make(`/queues/${queueId}/call-next`, { counter });
  await make(`/tickets/${called.ticket.id}/start`, {});
  await make(`/tickets/${called.ticket.id}/complete`, {});
  await make(`/queues/${queueId}/call-next`, { counter });
  return ids;
}

async function seedStaff(test: TestApp, make: Make, { secret, open }: Canaries) {
  const add = async (role: string, name: string): Promise<{ id: number; email: string }> => {
    const email = `${name}.${secret.toLowerCase()}@example.org`;
    // Who calls stands on the board, and whom one can book with on the booking page.
    const isShown = name === "agent" || name === "colleague";
    const full_name = `${isShown ? open : secret} ${name}`;
    return {
      id: (await make("/staff", { full_name, email, password: TEST_PASSWORD, role })).staff.id,
      email,
    };
  };
  const named = await add("agent", "colleague");
  const [manager, agent, viewer] = await Promise.all(
    ["manager", "agent", "viewer"].map(async (role) => signIn(test, (await add(role, role)).email)),
  );
  if (manager === undefined || agent === undefined || viewer === undefined)
    throw new Error("three were added");
  const sessions = await agent("GET", "/auth/sessions");
  return {
    callers: { manager, agent, viewer },
    ids: {
      staffId: [String(named.id)],
      actor: [`staff:${named.id}`],
      sessionId: sessions.body.sessions.map(({ id }: { readonly id: string }) => id),
    },
  };
}

async function pair(test: TestApp, make: Make, displayId: string, name: string) {
  const screen = apiOf(test);
  const { body: pairing } = await screen("POST", "/devices/pairings");
  const { device } = await make("/devices", { code: pairing.code, display_id: displayId, name });
  const taken = await screen("POST", `/devices/pairings/${pairing.pairing_id}/key`, {
    secret: pairing.secret,
  });
  return { id: device.id as string, pairingId: pairing.pairing_id as string, key: taken.body.key as string };
}
