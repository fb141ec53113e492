import { readdirSync } from "node:fs";
import { z } from "zod";
import { expect, test } from "vitest";
import { downFrame } from "../native/down.ts";
import { upFrame } from "../native/up.ts";
import { PROTOCOL_VERSION } from "../native/version.ts";
import { asyncApi } from "./async-api.ts";
import { SOCKETS } from "./sockets.ts";

/** As a reader gets it. */
const document = JSON.parse(JSON.stringify(asyncApi())) as Record<string, unknown>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const at = (path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), document);

const entriesAt = (...path: readonly string[]): readonly [string, Record<string, unknown>][] =>
  Object.entries(at(path) as Record<string, Record<string, unknown>>);

/** Every `{ $ref }` of the document. */
const references = (value: unknown): readonly string[] => {
  if (!isRecord(value)) return [];
  const own = typeof value["$ref"] === "string" ? [value["$ref"]] : [];
  return [...own, ...Object.values(value).flatMap(references)];
};

const resolve = (reference: string): unknown =>
  at(
    reference
      .slice(2)
      .split("/")
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~")),
  );

test("it is AsyncAPI 3.0 and says which version of the protocol it describes", () => {
  expect(document).toMatchObject({
    asyncapi: "3.0.0",
    info: { title: "Callnext", version: PROTOCOL_VERSION },
  });
  expect(Object.keys(document)).toEqual([
    "asyncapi",
    "info",
    "defaultContentType",
    "channels",
    "operations",
    "components",
  ]);
});

test("every reference leads somewhere within it", () => {
  const all = references(document);
  expect(all.length).toBeGreaterThan(60);
  for (const reference of all) {
    expect(reference).toMatch(/^#\//);
    expect([reference, resolve(reference)]).not.toContain(undefined);
  }
});

test("keys are what AsyncAPI allows, and every parameter of an address is described", () => {
  for (const [id, channel] of entriesAt("channels")) {
    expect(id).toMatch(/^[\w.-]+$/);
    const named = [...String(channel["address"]).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(new Set(Object.keys(channel["parameters"] as object))).toEqual(new Set(named));
  }
  for (const [id] of [...entriesAt("operations"), ...entriesAt("components", "messages")])
    expect(id).toMatch(/^[\w.-]+$/);
});

test("each channel has its messages in exactly one direction", () => {
  for (const [id, channel] of entriesAt("channels")) {
    const operations = entriesAt("operations").filter(
      ([, { channel: of }]) => (of as { readonly $ref: string }).$ref === `#/channels/${id}`,
    );
    expect(operations.map(([, { action }]) => action)).toEqual(["receive", "send"]);
    const used = operations.flatMap(([, { messages }]) => references(messages));
    const own = Object.keys(channel["messages"] as object).map((name) => `#/channels/${id}/messages/${name}`);
    expect(used.toSorted()).toEqual(own.toSorted());
  }
});

test("each message is an object told apart by its type, with a line that says what it is for", () => {
  for (const [id, message] of entriesAt("components", "messages")) {
    const type = id.split(".")[1];
    expect(message).toMatchObject({ name: type, contentType: "application/json" });
    expect(message["summary"]).toMatch(/\w/);
    expect(message["payload"]).toMatchObject({ type: "object", properties: { type: { const: type } } });
    expect((message["payload"] as { readonly required: readonly string[] }).required).toContain("type");
  }
});

test("a payload promises nothing that would forbid a later field", () => {
  expect(JSON.stringify(document)).not.toContain('"additionalProperties":false');
});

test("the native unions are there whole, each frame in its direction", () => {
  const types = (schemas: readonly z.ZodObject[]): readonly unknown[] =>
    schemas.map(({ shape }) => (shape["type"] as z.ZodLiteral).value);
  const told = (operation: string): readonly unknown[] =>
    references(at(["operations", operation, "messages"])).map((reference) => reference.split("/").at(-1));
  expect(told("native.receive")).toEqual(types(upFrame.options));
  expect(told("native.send")).toEqual(types(downFrame.options));
});

/** The message schemas that a folder exports, found by their literal `type`. */
const messagesIn = async (folder: string): Promise<ReadonlyMap<z.ZodObject, string>> => {
  const files = readdirSync(new URL(`../${folder}/`, import.meta.url)).filter(
    (name) => !name.includes(".test."),
  );
  const modules = await Promise.all(
    files.map(async (name) => [name, (await import(`../${folder}/${name}`)) as object] as const),
  );
  return new Map(
    modules.flatMap(([name, exported]) =>
      Object.values(exported)
        .filter((value): value is z.ZodObject => value instanceof z.ZodObject && "type" in value.shape)
        .filter(({ shape }) => shape["type"] instanceof z.ZodLiteral)
        .map((schema) => [schema, name] as const),
    ),
  );
};

test.each(["native", "seeds"])("no message of %s/ is forgotten in its union", async (folder) => {
  const described = new Set<unknown>(Object.values(SOCKETS).flatMap(({ up, down }) => [...up, ...down]));
  const all = await messagesIn(folder);
  expect(all.size).toBeGreaterThan(8);
  expect([...all].filter(([schema]) => !described.has(schema)).map(([, file]) => file)).toEqual([]);
});
