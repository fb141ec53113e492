import { randomUUID } from "node:crypto";
import { apiOf } from "./api.ts";
import type { TestApp } from "./start-test-app.ts";
import type { Authorisation } from "../http/core/authorisation.ts";

/** A documented endpoint, as the server itself describes it. */
export interface DeclaredRoute {
  readonly method: string;
  /** `/api/v1/tenants/{slug}/…` */
  readonly path: string;
  readonly authorisation: Authorisation;
}

const METHODS = new Set(["get", "post", "put", "patch", "delete"]);

interface Operation {
  readonly "x-callnext-authorisation"?: Authorisation;
}

export async function declaredRoutes(test: TestApp): Promise<readonly DeclaredRoute[]> {
  const { body } = await apiOf(test)("GET", "//api/openapi.json");
  const paths = body.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => {
        const authorisation = operation["x-callnext-authorisation"];
        if (authorisation === undefined) throw new Error(`${method} ${path} declares no authorisation`);
        return { method: method.toUpperCase(), path, authorisation };
      }),
  );
}

/** Where to try a route: in this tenant, about things that are not there, so that nothing changes where the right is. */
export function tried({ method, path }: DeclaredRoute, slug: string): readonly [string, string, unknown?] {
  const at = path
    .replace("{slug}", slug)
    .replaceAll(/\{(?:shopId|staffId|serviceId)\}/g, "999999999")
    .replaceAll(/\{\w+\}/g, () => randomUUID());
  return method === "GET" || method === "DELETE" ? [method, `/${at}`] : [method, `/${at}`, {}];
}
