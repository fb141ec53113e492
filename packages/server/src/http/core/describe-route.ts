import { PROBLEMS, Problem, type ProblemCode } from "@callnext/protocol";
import { z } from "zod";

/** The `response` of a route's schema: what it answers, and the problems worth telling apart. */
export function answers<Status extends 200 | 201, Body extends z.ZodType>(
  status: Status,
  body: Body,
  problems: readonly ProblemCode[] = [],
): Record<Status, Body> & Record<string, z.ZodType> {
  const done = { [status]: body } as Record<Status, Body>;
  const byStatus = Map.groupBy(problems, (code) => PROBLEMS[code].status);
  const others: Record<string, z.ZodType> = { default: Problem };
  for (const [code, codes] of byStatus) others[String(code)] = problemOf(codes);
  return Object.assign(others, done);
}

function problemOf(codes: readonly ProblemCode[]): z.ZodType {
  return Problem.meta({
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join("; "),
  });
}

export const NoContent = z.null().meta({ description: "Nothing to say" });

export const TAGS = {
  people: "People",
  desk: "At the desk",
  visitors: "Visitors and boards",
  settings: "Administration",
  live: "Live state",
  server: "The server",
} as const;
