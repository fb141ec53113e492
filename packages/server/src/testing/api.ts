import type { demoBodies } from "@callnext/protocol";
import type { TestApp } from "./start-test-app.ts";
import { TEST_PASSWORD } from "./start-test-app.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
}

export interface CallOptions {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Requests to one test server in one person's name. */
export interface Api {
  (method: string, path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
  readonly token: string | null;
}

/** Real HTTP: `path` is under `/api/v1`, or absolute when it starts with `//`. */
export function apiOf(test: TestApp, token: string | null = null): Api {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    options: CallOptions = {},
  ): Promise<Answer> => {
    const url = path.startsWith("//")
      ? `${test.app.address}${path.slice(1)}`
      : `${test.app.address}/api/v1${path}`;
    const answer = await fetch(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(options.key === undefined ? {} : { "idempotency-key": options.key }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get("content-type")?.includes("json") === true;
    return {
      status: answer.status,
      headers: answer.headers,
      body: json && text !== "" ? JSON.parse(text) : text,
    };
  };
  return Object.assign(call, { token });
}

export async function signIn(test: TestApp, email: string, password: string = TEST_PASSWORD): Promise<Api> {
  const answer = await apiOf(test)("POST", "/auth/login", { email, password });
  if (answer.status !== 200) throw new Error(`sign-in of ${email} gave ${answer.status}`);
  return apiOf(test, answer.body.access_token);
}

export async function demoOf(test: TestApp): Promise<demoBodies.DemoAnswer> {
  return (await apiOf(test)("GET", "/demo")).body;
}

export interface Clinic {
  readonly shopId: number;
  readonly queueId: string;
  readonly otherQueueId: string;
  readonly displayId: string;
  readonly tenant: string;
}

/** Where most tests happen: the demo's clinic. */
export async function clinicOf(test: TestApp): Promise<Clinic> {
  const shop = (await demoOf(test)).tenants[0]?.shops[0];
  const [queue, other] = shop?.queues ?? [];
  const display = shop?.displays[0];
  if (shop === undefined || queue === undefined || other === undefined || display === undefined)
    throw new Error("the demo's clinic is incomplete");
  return {
    shopId: shop.id,
    queueId: queue.id,
    otherQueueId: other.id,
    displayId: display.id,
    tenant: "/tenants/clinique-madeleine",
  };
}

export const AGENT = "awa.diop@clinique-madeleine.example";
export const MANAGER = "fatou.sarr@clinique-madeleine.example";
export const ADMIN = "admin@clinique-madeleine.example";
export const OWNER = "owner@salon-teranga.example";
