import fc from "fast-check";
import { CALLERS, type CallerName, type SeededTenant } from "./seeded-tenant.ts";
import type { Operation, Schema } from "./operations.ts";

/** A request of one tenant's that names what is another's. */
export interface SwappedRequest {
  readonly operation: Operation;
  readonly caller: CallerName;
  /** Beginning at the root, in the test client's form. */
  readonly path: string;
  readonly body: unknown;
}

/** Any of these operations as anybody of `own`, with ids of both in every place that takes one. */
export function swappedRequest(
  operations: readonly Operation[],
  own: SeededTenant,
  foreign: SeededTenant,
  callers: readonly CallerName[] = CALLERS,
): fc.Arbitrary<SwappedRequest> {
  const values = new Mixture(own, foreign);
  return fc
    .constantFrom(...operations)
    .chain((operation) =>
      fc.record({
        operation: fc.constant(operation),
        caller: fc.constantFrom(...callers),
        path: values.path(operation),
        body: swappedBody(operation, own, foreign),
      }),
    )
    .filter((request) => values.isForeign(request));
}

/** Bodies with ids of both in every place that takes one. */
export function swappedBody(
  operation: Operation,
  own: SeededTenant,
  foreign: SeededTenant,
): fc.Arbitrary<unknown> {
  return operation.body === null
    ? fc.constant(undefined)
    : new Mixture(own, foreign).body(operation, operation.body);
}

/** All ways to put both tenants' ids into the path of an operation, except all its own. */
export function swappedPaths(
  { path, params }: Operation,
  own: SeededTenant,
  foreign: SeededTenant,
): readonly string[] {
  let paths: readonly { readonly path: string; readonly isForeign: boolean }[] = [{ path, isForeign: false }];
  for (const param of params) {
    const choices = [
      ...idsOf(own, param).map((id) => ({ id, isForeign: false })),
      ...idsOf(foreign, param).map((id) => ({ id, isForeign: true })),
    ];
    paths = paths.flatMap((known) =>
      choices.map(({ id, isForeign }) => ({
        path: known.path.replace(`{${param}}`, encodeURIComponent(id)),
        isForeign: known.isForeign || isForeign,
      })),
    );
  }
  return paths.filter(({ isForeign }) => isForeign).map((known) => `/${known.path}`);
}

function idsOf(tenant: SeededTenant, param: string): readonly string[] {
  // Passkeys are numbered over the whole server.
  if (param === "passkeyId") return ["1"];
  // Whoever has a calendar's secret address reads it, wherever they work: nobody is given another's here.
  if (param === "feedToken") return ["A".repeat(43)];
  const ids = tenant.ids[param];
  if (ids === undefined) throw new Error(`nothing was seeded that stands for {${param}}`);
  return ids;
}

/** Names in bodies and queries, and the parameter that has their values. Contact data only where a person is sought. */
const NAMED: Readonly<Record<string, string>> = {
  slug: "slug",
  shop_id: "shopId",
  shop_ids: "shopId",
  queue_id: "queueId",
  queue_ids: "queueId",
  service_id: "serviceId",
  service_ids: "serviceId",
  ticket_id: "ticketId",
  ticket_ids: "ticketId",
  display_id: "displayId",
  staff_id: "staffId",
  provider_id: "providerId",
  appointment_id: "appointmentId",
  hold_id: "appointmentId",
  waiting_ids: "waitingId",
  actor: "actor",
};
const SOUGHT: Readonly<Record<string, string>> = { ...NAMED, phone: "phone", email: "email" };

class Mixture {
  readonly #own: SeededTenant;
  readonly #foreign: SeededTenant;

  constructor(own: SeededTenant, foreign: SeededTenant) {
    this.#own = own;
    this.#foreign = foreign;
  }

  path({ path, params, query }: Operation): fc.Arbitrary<string> {
    const asked = Object.fromEntries(
      query.map((name) => [name, this.#named(NAMED[name]) ?? fc.constantFrom("", "1")]),
    );
    return fc
      .tuple(fc.tuple(...params.map((param) => this.#both(param))), fc.record(asked, { requiredKeys: [] }))
      .map(([values, wanted]) => {
        const filled = values.reduce(
          (known, value, index) => known.replace(`{${params[index]}}`, encodeURIComponent(value)),
          path,
        );
        const search = new URLSearchParams();
        for (const [name, value] of Object.entries(wanted)) if (value) search.set(name, value);
        return search.size === 0 ? `/${filled}` : `/${filled}?${search.toString()}`;
      });
  }

  body({ path }: Operation, schema: Schema): fc.Arbitrary<unknown> {
    return this.#value(schema, path.includes("/people/") ? SOUGHT : NAMED, "");
  }

  isForeign({ path, body }: SwappedRequest): boolean {
    const address = decodeURIComponent(path);
    const written = JSON.stringify(body ?? null);
    return Object.values(this.#foreign.ids)
      .flat()
      .some((id) => isNamedIn(id, address, written));
  }

  #both(param: string): fc.Arbitrary<string> {
    const own = fc.constantFrom(...idsOf(this.#own, param));
    const others = idsOf(this.#foreign, param);
    if (others.length === 0) return own;
    const foreign = fc.constantFrom(...others);
    // Behind another tenant's address nothing else matters any more.
    return fc.oneof({ arbitrary: own, weight: param === "slug" ? 5 : 1 }, { arbitrary: foreign, weight: 1 });
  }

  #named(param: string | undefined): fc.Arbitrary<string> | undefined {
    return param === undefined ? undefined : this.#both(param);
  }

  #value(schema: Schema, names: Readonly<Record<string, string>>, name: string): fc.Arbitrary<unknown> {
    const named = this.#named(names[name]);
    const either = schema.anyOf ?? schema.oneOf;
    if (either !== undefined) return fc.oneof(...either.map((each) => this.#value(each, names, name)));
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    if (schema.const !== undefined) return fc.constant(schema.const);
    switch (schema.type) {
      case "object":
        return this.#object(schema, names);
      case "array":
        return fc.array(this.#value(schema.items ?? {}, names, name), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.max(2, schema.minItems ?? 0),
        });
      case "integer":
        return (
          named?.map(Number) ??
          fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 9, 999) })
        );
      case "number":
        return fc.integer({ min: 0, max: 9 });
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      default:
        return named ?? text(schema);
    }
  }

  #object(schema: Schema, names: Readonly<Record<string, string>>): fc.Arbitrary<unknown> {
    const fields = Object.entries(schema.properties ?? {}).map(
      ([name, field]) => [name, this.#value(field, names, name)] as const,
    );
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
  }
}

function isNamedIn(id: string, address: string, body: string): boolean {
  if (!/^\d+$/.test(id)) return address.includes(id) || body.includes(id);
  // A number is an id only where one is wanted.
  const inBody = new RegExp(`"\\w+_ids?":(?:\\[[\\d,]*)?\\b${id}\\b`);
  return new RegExp(`[/=]${id}(?=[/&?]|$)`).test(address) || inBody.test(body);
}

function text({ pattern, minLength = 0, maxLength = 12 }: Schema): fc.Arbitrary<string> {
  // fast-check makes no text for patterns that look around, as those of addresses and times do.
  if (pattern !== undefined && /\(\?[=!<]/.test(pattern))
    return fc.constantFrom("someone@example.org", "2026-11-22T10:00:00Z");
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 12)) });
}
