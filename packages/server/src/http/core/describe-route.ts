import { PROBLEMS, Problem, type ProblemCode } from "@callnext/protocol";
import { z } from "zod";

/** The `response` of a route's schema: what it answers, and the problems worth telling apart. */
export function answers<Status extends 200 | 201, Body extends z.ZodType>(
  status: Status,
  body: Body,
  problems: readonly ProblemCode[] = [],
): Record<Status, Body> & Record<string, z.ZodType> {
  const expected = { [status]: body } as Record<Status, Body>;
  const byStatus = Map.groupBy(problems, (code) => PROBLEMS[code].status);
  const others: Record<string, z.ZodType> = { default: Problem };
  for (const [code, codes] of byStatus) others[String(code)] = problemOf(codes);
  return Object.assign(others, expected);
}

function problemOf(codes: readonly ProblemCode[]): z.ZodType {
  return Problem.meta({
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join("; "),
  });
}

/** The same for what is done without anything to say. */
export function done(
  problems: readonly ProblemCode[] = [],
): Record<204, typeof NoContent> & Record<string, z.ZodType> {
  const { 200: _none, ...others } = answers(200, NoContent, problems);
  return Object.assign(others, { 204: NoContent } as const);
}

export const NoContent = z.null().meta({ description: "Nothing to say" });

export const TAGS = {
  people: "People",
  desk: "At the desk",
  appointments: "Appointments",
  visitors: "Visitors and boards",
  devices: "Devices",
  settings: "Administration",
  live: "Live state",
  keys: "API keys",
  webhooks: "Webhooks",
  messages: "Messages",
  operator: "Operating the server",
  privacy: "Audit and privacy",
  pages: "Pages of the first document",
  server: "The server",
} as const;
