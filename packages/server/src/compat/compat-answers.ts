import { compat } from "@callnext/protocol";
import type { z } from "zod";

/** The `response` of a route's schema: what it answers, and how it refuses. */
export function compatAnswers<Status extends 200 | 201, Body extends z.ZodType>(
  status: Status,
  body: Body,
): Record<Status, Body> & Record<string, z.ZodType> {
  return Object.assign(
    { default: compat.Detail } as Record<string, z.ZodType>,
    {
      [status]: body,
    } as Record<Status, Body>,
  );
}
