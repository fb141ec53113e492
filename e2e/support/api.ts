import { DEMO_PASSWORD, type TestServer } from "./server.ts";

export interface DemoShop {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly queues: readonly { readonly id: string; readonly name: string; readonly prefix: string }[];
  readonly displays: readonly { readonly id: string; readonly name: string; readonly url: string }[];
  readonly logins: readonly { readonly email: string; readonly role: string; readonly name: string }[];
  readonly tenant: string;
}

interface DemoAnswer {
  readonly tenants: readonly { readonly slug: string; readonly shops: readonly Omit<DemoShop, "tenant">[] }[];
}

/** A staff member's way in, without a browser. */
export class Api {
  readonly #origin: string;
  readonly #token: string;

  private constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#token = token;
  }

  static async signIn({ origin }: TestServer, email: string, password = DEMO_PASSWORD): Promise<Api> {
    const answer = await call<{ access_token: string }>(`${origin}/api/v1/auth/login`, { email, password });
    return new Api(origin, answer.access_token);
  }

  post<T>(path: string, body: unknown = {}, idempotencyKey?: string): Promise<T> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.#token}` };
    if (idempotencyKey !== undefined) headers["idempotency-key"] = idempotencyKey;
    return call<T>(`${this.#origin}/api/v1${path}`, body, headers);
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    const headers = { authorization: `Bearer ${this.#token}` };
    return call<T>(`${this.#origin}/api/v1${path}`, body, headers, "PATCH");
  }

  get<T>(path: string): Promise<T> {
    return call<T>(`${this.#origin}/api/v1${path}`, undefined, { authorization: `Bearer ${this.#token}` });
  }
}

/** The first shop of the demo's clinic. */
export function demoClinic(server: TestServer): Promise<DemoShop> {
  return demoShop(server, "clinique-madeleine");
}

/** The demo's barbershop. */
export function demoSalon(server: TestServer): Promise<DemoShop> {
  return demoShop(server, "salon-teranga");
}

async function demoShop({ origin }: TestServer, tenantSlug: string): Promise<DemoShop> {
  const { tenants } = await call<DemoAnswer>(`${origin}/api/v1/demo`);
  const tenant = tenants.find(({ slug }) => slug === tenantSlug);
  const shop = tenant?.shops[0];
  if (tenant === undefined || shop === undefined) throw new Error(`The demo has ${tenantSlug} with a shop`);
  return { ...shop, tenant: tenant.slug };
}

async function call<T>(
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
  method = body === undefined ? "GET" : "POST",
): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
