import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { DEMO_PASSWORD, type TestServer } from "../../support/server.ts";
import type { DemoShop } from "../../support/api.ts";
import type { AnsweredTicket, CommandKind, CommandRecord } from "./command-record.ts";

const ATTEMPT_WITHIN_MS = 10_000;
const GIVE_UP_AFTER_MS = 120_000;
const PAUSE_MS = 40;
/** Every so many commands go out twice at once, as a proxy or a second click would do it. */
const TWIN_EVERY = 10;

interface Body {
  readonly seq?: number;
  readonly code?: string;
  readonly ticket?: AnsweredTicket;
}

interface Answer {
  readonly status: number;
  readonly told: Body;
}

/** A member of staff who repeats a command under the same key until there is an answer, and keeps a record of each. */
export class Staff {
  readonly records: CommandRecord[] = [];
  readonly #base: string;
  readonly #token: string;

  private constructor(base: string, token: string) {
    this.#base = base;
    this.#token = token;
  }

  static async signIn({ origin }: Pick<TestServer, "origin">, shop: DemoShop): Promise<Staff> {
    const email = shop.logins.find(({ role }) => role === "agent")?.email;
    const answer = await fetch(`${origin}/api/v1/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password: DEMO_PASSWORD }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    return new Staff(`${origin}/api/v1/tenants/${shop.tenant}`, token);
  }

  get token(): string {
    return this.#token;
  }

  issue(queueId: string): Promise<CommandRecord> {
    return this.#command("issue", `/queues/${queueId}/tickets`, { full_name: "Visiteur" });
  }

  callNext(queueId: string, counter: string): Promise<CommandRecord> {
    return this.#command("call-next", `/queues/${queueId}/call-next`, { counter });
  }

  transfer(ticketId: string, queueId: string): Promise<CommandRecord> {
    return this.#command("transfer", `/tickets/${ticketId}/transfer`, { queue_id: queueId });
  }

  act(kind: "recall" | "start" | "complete" | "cancel", ticketId: string): Promise<CommandRecord> {
    return this.#command(kind, `/tickets/${ticketId}/${kind}`, {});
  }

  /** The state as the server tells it. */
  async read<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.#base}${path}`, { headers: this.#headers() });
    if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}`);
    return (await answer.json()) as T;
  }

  async #command(kind: CommandKind, path: string, body: object): Promise<CommandRecord> {
    const key = randomUUID();
    const sentAt = Date.now();
    const record: CommandRecord = {
      kind,
      key,
      sentAt,
      answeredAt: null,
      attempts: 0,
      status: 0,
      code: null,
      seq: null,
      ticket: null,
      twin: null,
    };
    this.records.push(record);
    const twin = this.records.length % TWIN_EVERY === 0 ? this.#send(key, path, body) : undefined;
    while (record.answeredAt === null && Date.now() - sentAt < GIVE_UP_AFTER_MS) {
      record.attempts += 1;
      const answer = await this.#send(key, path, body);
      if (answer === undefined) await pause(PAUSE_MS);
      else note(record, answer);
    }
    const other = await twin;
    if (other !== undefined) record.twin = { status: other.status, seq: other.told.seq ?? null };
    return record;
  }

  /** Undefined where it is not known what became of the command. */
  async #send(key: string, path: string, body: object): Promise<Answer | undefined> {
    try {
      const answer = await fetch(`${this.#base}${path}`, {
        method: "POST",
        headers: this.#headers(key),
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ATTEMPT_WITHIN_MS),
      });
      const told = (await answer.json()) as Body;
      const isUnknown = answer.status >= 500 || answer.status === 429;
      return isUnknown ? undefined : { status: answer.status, told };
    } catch {
      // Refused, reset, cut off half-way or late.
      return undefined;
    }
  }

  #headers(key?: string): Record<string, string> {
    return {
      authorization: `Bearer ${this.#token}`,
      ...(key === undefined ? {} : { "content-type": "application/json", "idempotency-key": key }),
    };
  }
}

function note(record: CommandRecord, { status, told }: Answer): void {
  record.status = status;
  record.code = told.code ?? null;
  record.seq = told.seq ?? null;
  record.ticket = told.ticket ?? null;
  record.answeredAt = Date.now();
}
