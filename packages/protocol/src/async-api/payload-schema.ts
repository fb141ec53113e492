import { z } from "zod";
import type { MessageSchema } from "./sockets.ts";

/** `up`: client → server. */
export type Direction = "up" | "down";

type Node = Parameters<NonNullable<z.core.ToJSONSchemaParams["override"]>>[0]["jsonSchema"];

/** What zod says and the wire does not promise: a reader ignores fields it does not know, numbers are JSON's. */
const loosen = (node: Node): void => {
  if (node.additionalProperties === false) delete node.additionalProperties;
  if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
  if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
  // The format says it; zod's own pattern for it is long and changes with zod.
  if (node.format === "date-time" || node.format === "uuid") delete node.pattern;
};

/** A message's JSON schema in draft 7, of which AsyncAPI's own dialect is a superset. */
export const payloadSchema = (
  schema: MessageSchema,
  direction: Direction,
): Readonly<Record<string, unknown>> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: "draft-7",
    io: direction === "up" ? "input" : "output",
    reused: "inline",
    override: ({ jsonSchema }) => loosen(jsonSchema),
  });
  return rest;
};
