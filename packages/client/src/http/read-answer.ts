import type { ResponseLike } from "../environment/environment.ts";
import { CallnextError } from "./callnext-error.ts";

const text = (body: unknown, name: string): string | undefined => {
  if (typeof body !== "object" || body === null) return undefined;
  const value = (body as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" ? value : undefined;
};

const parse = (source: string): { readonly ok: boolean; readonly value: unknown } => {
  if (source === "") return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch {
    return { ok: false, value: undefined };
  }
};

/** The body of a good answer; any other answer throws a CallnextError, whatever a proxy put into it. */
export async function readAnswer(
  response: ResponseLike,
  idempotencyKey: string | undefined,
): Promise<unknown> {
  const { status } = response;
  const { ok, value: body } = parse(await response.text());
  if (response.ok && ok) return body;
  if (response.ok)
    throw new CallnextError({ status, code: "bad-answer", detail: "The answer is not JSON", idempotencyKey });
  throw new CallnextError({
    status,
    code: text(body, "code") ?? `http-${status}`,
    detail: text(body, "detail") ?? text(body, "title") ?? `The server answered ${status}`,
    field: text(body, "field"),
    body,
    idempotencyKey,
  });
}
