import { type CallnextClient, CallnextError, createCallnext } from "@callnext/client";
import type { Operation } from "../history.ts";
import { NetworkPath } from "../network/network-path.ts";
import type { Random } from "../world/random.ts";
import type { World } from "../world/world.ts";
import { openPage, type Page } from "./page.ts";
import type { AtCounter, Step } from "./step.ts";

export interface DeskOptions {
  readonly name: string;
  readonly staffId: number;
  readonly tenantSlug: string;
  /** Mean time between two commands, ms. */
  readonly pauseMs: number;
  readonly next: (random: Random, atCounter: AtCounter | null) => Step;
  /** What a good answer said, or the code of a refusal. */
  readonly learn?: (answer: Answer | string) => void;
  /** No new commands from then on. */
  readonly until: number;
}

interface Ticket {
  readonly id: string;
  readonly status: string;
}

/** What is in a good answer; nothing of it is taken for granted. */
export interface Answer {
  readonly seq?: number;
  readonly epoch?: string;
  readonly ticket?: Ticket | null;
  readonly appointment?: { readonly id: number; readonly status: string } | null;
}

const GIVES_UP = 0.04;
const PATIENCE_MS = 3_000;
const ENDED = ["completed", "cancelled", "waiting"];

/** A person who gives one command after the other and, where no answer comes, the same command again. */
export class Desk {
  readonly name: string;
  readonly path: NetworkPath;
  readonly #world: World;
  readonly #options: DeskOptions;
  readonly #random: Random;
  readonly #page: Page;
  readonly #client: CallnextClient;
  #atCounter: AtCounter | null = null;
  #operations = 0;

  constructor(world: World, options: DeskOptions) {
    this.#world = world;
    this.#options = options;
    this.#random = world.random.fork();
    this.name = options.name;
    this.path = new NetworkPath(world.clock, world.random.fork());
    this.#page = openPage(world, { name: this.name, path: this.path, session: null, skew: 0 });
    this.#client = createCallnext({
      baseUrl: this.#page.environment.origin,
      environment: this.#page.environment,
      authorization: () => String(options.staffId),
    });
  }

  async work(): Promise<void> {
    const { next, pauseMs, until } = this.#options;
    for (;;) {
      await this.#pause(this.#random.between(0.3, 1.7) * pauseMs);
      if (this.#world.clock.now >= until) return;
      await this.#perform(next(this.#random, this.#atCounter));
    }
  }

  close(): void {
    this.#client.close();
  }

  async #perform(step: Step): Promise<void> {
    const { clock, history, trace } = this.#world;
    this.#operations += 1;
    const operation: Operation = {
      id: `${this.name}-${this.#operations}`,
      agent: this.name,
      kind: step.kind,
      queueId: step.queueId,
      askedAt: clock.now,
      answeredAt: null,
      outcome: { kind: "unknown" },
    };
    history.operations.push(operation);
    trace.add(this.name, `${operation.id}: ${step.kind} ${step.path}`);
    const outcome = await this.#ask(step, operation.id);
    operation.answeredAt = outcome.kind === "unknown" ? null : clock.now;
    operation.outcome = outcome;
    trace.add(this.name, `${operation.id}: ${JSON.stringify(outcome)}`);
  }

  /** Until it is decided, always under one key. */
  async #ask(step: Step, operation: string): Promise<Operation["outcome"]> {
    const path = `/tenants/${this.#options.tenantSlug}${step.path}`;
    let idempotencyKey: string | undefined;
    for (;;) {
      try {
        const body = { ...step.body, operation };
        const options = {
          timeoutMs: PATIENCE_MS,
          ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
        };
        const answer = await this.#client.request<Answer>(step.method, path, body, options);
        const { seq = null, epoch = null, ticket = null } = answer;
        this.#options.learn?.(answer);
        this.#know(step, ticket);
        return { kind: "accepted", epoch, seq, ticketId: ticket?.id ?? null };
      } catch (error) {
        if (!(error instanceof CallnextError)) throw error;
        if (!error.undecided) {
          this.#options.learn?.(error.code);
          return this.#refused(error);
        }
        idempotencyKey = error.idempotencyKey;
        if (this.#random.chance(GIVES_UP)) return { kind: "unknown" };
        await this.#pause(this.#random.between(100, 900));
      }
    }
  }

  #know(step: Step, ticket: Ticket | null): void {
    if (step.kind === "join" || step.kind === "refresh") return;
    this.#atCounter =
      ticket === null || ENDED.includes(ticket.status) ? null : { id: ticket.id, status: ticket.status };
  }

  /** A command of before may have taken effect although nobody said so: then the refusal tells where things stand. */
  #refused({ code, body }: CallnextError): Operation["outcome"] {
    const facts = typeof body === "object" && body !== null ? body : {};
    const id = "ticket_id" in facts ? String(facts.ticket_id) : null;
    const status = "ticket_status" in facts ? String(facts.ticket_status) : "called";
    const isKnown =
      (code === "counter-busy" || code === "wrong-state") && id !== null && !ENDED.includes(status);
    this.#atCounter = isKnown ? { id, status } : null;
    return { kind: "refused", code };
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#page.host.after(ms, resolve);
    });
  }
}
