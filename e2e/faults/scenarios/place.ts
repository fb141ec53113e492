import { Staff } from "../actors/staff.ts";
import { type DemoShop, demoClinic } from "../../support/api.ts";
import { type ServerSettings, TestServer } from "../../support/server.ts";
import type { Truth } from "../checkers/check-screen.ts";
import { eventually } from "../../support/eventually.ts";
import type { Screen } from "../actors/screen.ts";

/** A server of the scenario's own, the demo's clinic in it, and somebody who works there. */
export class Place implements AsyncDisposable {
  readonly server: TestServer;
  readonly shop: DemoShop;
  readonly staff: Staff;

  private constructor(server: TestServer, shop: DemoShop, staff: Staff) {
    this.server = server;
    this.shop = shop;
    this.staff = staff;
  }

  static async open(settings: ServerSettings = {}): Promise<Place> {
    const server = await TestServer.start(settings);
    try {
      const shop = await demoClinic(server);
      return new Place(server, shop, await Staff.signIn(server, shop));
    } catch (error) {
      await server[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** The shop's queues, in turn. */
  queueId(index: number): string {
    const { queues } = this.shop;
    const queue = queues[index % queues.length];
    if (queue === undefined) throw new Error("The demo's shop has queues");
    return queue.id;
  }

  get displayId(): string {
    const display = this.shop.displays[0];
    if (display === undefined) throw new Error("The demo's shop has a display");
    return display.id;
  }

  /** Of the second document. */
  get boardAddress(): string {
    return `${this.server.origin.replace("http", "ws")}/ws/tenants/${this.shop.tenant}/displays/${this.displayId}/`;
  }

  /** What screens in the room follow. */
  get topics(): readonly string[] {
    return [`display:${this.displayId}`, `shop:${String(this.shop.id)}:public`];
  }

  /** The topics as HTTP tells them, once every screen has come as far. */
  async truths(
    screens: readonly Screen[],
    topics: readonly string[] = this.topics,
  ): Promise<ReadonlyMap<string, Truth>> {
    const told = new Map<string, Truth>();
    const headers = { authorization: `Bearer ${this.staff.token}` };
    for (const topic of topics) {
      const url = `${this.server.origin}/api/v1/topics/${encodeURIComponent(topic)}`;
      const answer = await fetch(url, { headers });
      if (!answer.ok) throw new Error(`${topic} answered ${String(answer.status)}`);
      told.set(topic, (await answer.json()) as Truth);
    }
    const haveArrived = (): true | undefined =>
      screens.every((screen) => [...told].every(([topic, { to }]) => screen.state(topic).seq >= to)) ||
      undefined;
    // Who has not arrived by then is named by the checker.
    await eventually({ withinMs: 15_000, what: "the screens" }, haveArrived).catch(() => undefined);
    return told;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
  }
}
