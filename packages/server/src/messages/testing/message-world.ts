import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { developmentInbox } from "../../mail/development-inbox.ts";
import type { KeptMail, Mailer } from "../../mail/mailer.ts";
import { fixedKeys } from "../../people/testing/fixed-keys.ts";
import type { RunningShopRuntime } from "../../shops/create-shop-runtime.ts";
import type { Person } from "../../shops/shop-runtime.ts";
import { done, openNode } from "../../shops/testing/test-shop.ts";
import { openTestDatabase, type TestDatabase } from "../../storage/testing/test-database.ts";
import { type Choices, createChoices } from "../choices.ts";
import { type Messaging, openMessaging } from "../open-messages.ts";
import type { MessageRow } from "../send/message-row.ts";
import type { WaitingPerson } from "../send/situation.ts";
import { type BookingShop, makeBookingShop } from "./booking-shop.ts";
import { openReceiver, type Receiver } from "./receiver.ts";

/** Monday, 4 March 2030, 09:00 in Dakar: later than the database's clock, by which shops are made. */
export const NINE = Date.UTC(2030, 2, 4, 9);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const AWA: Person = { fullName: "Awa Ndiaye", phone: "77 123 45 67", email: "awa@visitors.example" };

export interface NodeOptions {
  readonly mailer?: Mailer;
  readonly waitingPerson?: WaitingPerson;
}

interface Node extends AsyncDisposable {
  readonly messaging: Messaging;
}

/** A shop that takes appointments, on a clock that stands still, and a node that sends its messages. */
export class MessageWorld implements AsyncDisposable {
  readonly clock: { now: number };
  readonly database: TestDatabase;
  readonly runtime: RunningShopRuntime;
  readonly shop: BookingShop;
  readonly receiver: Receiver;
  readonly #inbox: Mailer;
  #node: Node | null = null;

  static async open(): Promise<MessageWorld> {
    const clock = { now: NINE };
    const database = await openTestDatabase();
    const runtime = openNode(database, { now: () => clock.now });
    const shop = await makeBookingShop(database, runtime);
    return new MessageWorld({ clock, database, runtime, shop, receiver: await openReceiver() });
  }

  private constructor(parts: Pick<MessageWorld, "clock" | "database" | "runtime" | "shop" | "receiver">) {
    this.clock = parts.clock;
    this.database = parts.database;
    this.runtime = parts.runtime;
    this.shop = parts.shop;
    this.receiver = parts.receiver;
    this.#inbox = developmentInbox(() => this.clock.now);
    this.start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    await this.receiver[Symbol.asyncDispose]();
    await this.runtime[Symbol.asyncDispose]();
    await this.database.close();
  }

  start(options: NodeOptions = {}): void {
    this.#node = this.#open(this.runtime, options);
  }

  async stop(): Promise<void> {
    await this.#node?.[Symbol.asyncDispose]();
    this.#node = null;
  }

  /** Another node on the same database. */
  secondNode(): AsyncDisposable {
    const runtime = openNode(this.database, { now: () => this.clock.now });
    const node = this.#open(runtime, {});
    return {
      async [Symbol.asyncDispose]() {
        await node[Symbol.asyncDispose]();
        await runtime[Symbol.asyncDispose]();
      },
    };
  }

  get messaging(): Messaging {
    if (this.#node === null) throw new Error("the node is stopped");
    return this.#node.messaging;
  }

  get choices(): Choices {
    return createChoices(this.database.db);
  }

  /** Newest first. */
  mails(): readonly KeptMail[] {
    return this.#inbox.inbox?.() ?? [];
  }

  async book(start: number, person: Person = AWA, locale = "fr"): Promise<number> {
    const slot = { ...(await this.shop.slotAt(start)), locale };
    const command = { type: "book-appointment", ...slot } as const;
    await done(this.runtime, { shopId: this.shop.shopId, command, person });
    return slot.appointmentId;
  }

  async hold(start: number): Promise<number> {
    const slot = { ...(await this.shop.slotAt(start)), locale: null };
    const command = { type: "hold-slot", minutes: 30, ...slot } as const;
    await done(this.runtime, { shopId: this.shop.shopId, command });
    return slot.appointmentId;
  }

  async log(): Promise<readonly MessageRow[]> {
    const text = "select * from messages order by created_at, due_at, name";
    return (await this.database.owner.query<MessageRow>(text)).rows;
  }

  /** One line for each message about an appointment or a ticket: kind, way, how it went, why. */
  async story(about: number | string): Promise<readonly string[]> {
    const rows = (await this.log()).filter((row) => row.appointment_id === about || row.ticket_id === about);
    return rows.map(({ kind, channel, status, reason }) =>
      [kind.replace("appointment-", ""), channel, status, reason].filter((word) => word !== null).join(" "),
    );
  }

  #open(runtime: RunningShopRuntime, { mailer = this.#inbox, waitingPerson }: NodeOptions): Node {
    const stack = new AsyncDisposableStack();
    const { db, ownerConnectionString } = this.database;
    const needs = {
      ...{ db, runtime, ownerConnectionString, mailer, newId: randomUUID, log: pino({ level: "silent" }) },
      now: () => this.clock.now,
      keys: fixedKeys(),
      rules: { allowedOrigins: [this.receiver.origin] },
      publicOrigin: () => "https://queue.example",
      appointmentPath: (id: number) => `/appointment/${String(id)}#k=key`,
      ticketPath: (id: string) => `/ticket/${id}#k=key`,
      waitingPerson: () => Promise.resolve(waitingPerson ?? null),
    };
    const messaging = openMessaging(needs, stack);
    return { messaging, [Symbol.asyncDispose]: () => stack.disposeAsync() };
  }
}
