import assert from "node:assert/strict";
import fc from "fast-check";
import { ADMIN, type Answer, OWNER } from "../api.ts";
import { startTestApp, type TestApp } from "../start-test-app.ts";
import { leaks } from "./leaks.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { rowsOf } from "./rows-of.ts";
import { CALLERS, type SeededTenant, seedTenant } from "./seeded-tenant.ts";
import { type SwappedRequest, swappedBody, swappedPaths, swappedRequest } from "./swapped-requests.ts";
import { listenAsForeigner } from "./swapped-topics.ts";

const RUNS = 600;
const OF_THE_DESK = ["admin", "manager", "agent", "key"] as const;

export interface TwoTenantsOptions {
  /**
   * Whether another tenant's slug in the address is another tenant's id. Where nobody compares slugs any more it
   * names the caller's own tenant, who may change what is theirs.
   */
  readonly slugsCount: boolean;
}

type Pair = readonly [own: SeededTenant, foreign: SeededTenant];

/** Two tenants on one server, each asking for what is the other's, by every endpoint and every socket. */
export class TwoTenants implements AsyncDisposable {
  readonly #system: TestApp;
  readonly #operations: readonly Operation[];
  readonly #pairs: readonly Pair[];

  private constructor(system: TestApp, operations: readonly Operation[], pairs: readonly Pair[]) {
    this.#system = system;
    this.#operations = operations;
    this.#pairs = pairs;
  }

  static async open({ slugsCount }: TwoTenantsOptions): Promise<TwoTenants> {
    const system = await startTestApp();
    const one = await seedTenant(system, "clinique-madeleine", ADMIN, "Ada");
    const two = await seedTenant(system, "salon-teranga", OWNER, "Bobo");
    const asForeign = (tenant: SeededTenant): SeededTenant =>
      slugsCount ? tenant : { ...tenant, ids: { ...tenant.ids, slug: [] } };
    return new TwoTenants(system, await operationsOf(system), [
      [one, asForeign(two)],
      [two, asForeign(one)],
    ]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#system[Symbol.asyncDispose]();
  }

  /** Else a leak could not be seen. */
  async expectOwnCanaries(): Promise<void> {
    for (const [own, foreign] of this.#pairs) {
      for (const caller of OF_THE_DESK) {
        const { body } = await own.callers[caller]("GET", `/tenants/${own.slug}/shops/${own.shopId}/state`);
        const seen = leaks(JSON.stringify(body), [own, foreign], { openToo: true });
        assert.ok(
          seen.includes(own.secret) && !seen.includes(foreign.secret),
          `${caller} sees ${seen.join()}`,
        );
      }
      const device = await own.callers.device("GET", "/devices/self");
      assert.ok(JSON.stringify(device.body).includes(own.secret), "the device sees itself");
    }
  }

  async swapAddresses(): Promise<void> {
    const named = this.#operations.filter(({ params, isPublic }) => params.length > 0 && !isPublic);
    assert.ok(named.length > 40, "most endpoints name something");
    for (const [own, foreign] of this.#pairs) {
      const before = await this.#rowsAtRest(foreign);
      for (const operation of named) {
        const [body] = fc.sample(swappedBody(operation, own, foreign), { numRuns: 1, seed: 1 });
        for (const path of swappedPaths(operation, own, foreign))
          for (const caller of ["admin", "key", "device", "nobody"] as const)
            await this.#expectNothing([own, foreign], { operation, path, body, caller });
      }
      assert.deepEqual(await this.#changedSince(before, foreign), []);
    }
  }

  async swapEverything(): Promise<void> {
    const closed = this.#operations.filter(({ isPublic }) => !isPublic);
    for (const pair of this.#pairs) {
      const [, foreign] = pair;
      const before = await this.#rowsAtRest(foreign);
      await this.#tryAny(closed, pair, RUNS);
      assert.deepEqual(await this.#changedSince(before, foreign), []);
    }
  }

  /** These may change the other tenant's rows: whoever likes joins a public line. */
  async swapPublic(): Promise<void> {
    const open = this.#operations.filter(({ isPublic }) => isPublic);
    for (const pair of this.#pairs) await this.#tryAny(open, pair, RUNS / 2);
  }

  async listen(): Promise<void> {
    for (const [own, foreign] of this.#pairs)
      for (const caller of CALLERS) {
        const heard = await listenAsForeigner(this.#system, own.callers[caller].token, foreign);
        assert.equal(heard.length, 11);
        for (const { where, text, isOpen } of heard) {
          const found = leaks(text, [foreign], { openToo: !isOpen });
          if (found.length > 0) throw new Error(`${caller} on ${where} heard ${found.join()}: ${text}`);
        }
      }
  }

  async expectServed(): Promise<void> {
    for (const [own] of this.#pairs)
      for (const caller of OF_THE_DESK) {
        const answer = await own.callers[caller]("GET", `/tenants/${own.slug}/shops/${own.shopId}/state`);
        assert.equal(answer.status, 200, caller);
      }
  }

  #tryAny(operations: readonly Operation[], pair: Pair, numRuns: number): Promise<void> {
    const property = fc.asyncProperty(swappedRequest(operations, ...pair), (request) =>
      this.#expectNothing(pair, request),
    );
    return fc.assert(property, { numRuns });
  }

  async #expectNothing([own, foreign]: Pair, request: SwappedRequest): Promise<void> {
    const { operation, caller, path, body } = request;
    const answer = await own.callers[caller](operation.method, path, body);
    const text = textOf(answer);
    // What stands on public pages and boards is there for anyone.
    const openToo = !operation.isPublic && !isPublicTopic(path, foreign);
    const found = leaks(text, [foreign], { openToo });
    if (found.length > 0 || answer.status >= 500)
      throw new Error(
        `${caller} got ${answer.status} and ${found.join()} by ${operation.method} ${path}: ${text}`,
      );
  }

  /** With nothing at work there of its own accord. */
  async #rowsAtRest({ slug, callers }: SeededTenant): Promise<Readonly<Record<string, string>>> {
    await callers.admin("POST", `/tenants/${slug}/demo/simulation`, { running: false });
    return await rowsOf(this.#system.connectionString, slug);
  }

  /** The tables in which the tenant has other rows than before. */
  async #changedSince(before: Readonly<Record<string, string>>, { slug }: SeededTenant): Promise<string[]> {
    const after = await rowsOf(this.#system.connectionString, slug);
    return Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table]);
  }
}

function textOf({ body, headers }: Answer): string {
  return `${JSON.stringify(body)} ${JSON.stringify([...headers])}`;
}

function isPublicTopic(path: string, { shopId, publicDisplayId }: SeededTenant): boolean {
  return [`shop:${shopId}:public`, `display:${publicDisplayId}`].some((topic) =>
    decodeURIComponent(path).includes(`/topics/${topic}`),
  );
}
