import { apiOf } from "../api.ts";
import type { TestApp } from "../start-test-app.ts";

/** As much of a JSON schema as the API's bodies use. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly const?: string | number | boolean | null;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
}

/** One endpoint, as the API describes itself. */
export interface Operation {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly params: readonly string[];
  readonly query: readonly string[];
  readonly body: Schema | null;
  /** For everybody, without credentials. */
  readonly isPublic: boolean;
}

interface Described {
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every endpoint that the running server describes: a new one is tested without being named. */
export async function operationsOf(test: TestApp): Promise<readonly Operation[]> {
  const { body } = await apiOf(test)("GET", "//api/openapi.json");
  const paths = body.paths as Readonly<Record<string, Readonly<Record<string, Described>>>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      params: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
      query: (described.parameters ?? []).filter((each) => each.in === "query").map(({ name }) => name),
      body: Object.values(described.requestBody?.content ?? {})[0]?.schema ?? null,
      isPublic: described.security?.length === 0,
    })),
  );
}
