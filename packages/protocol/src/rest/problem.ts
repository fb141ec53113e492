import { z } from "zod";

/** RFC 9457 `application/problem+json`. Further members tell what the code is about (`order`, `number`, …). */
export const Problem = z
  .looseObject({
    type: z.string().meta({ description: "`urn:callnext:problem:` and the code" }),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "Stable; what a program should look at" }),
    detail: z.string().optional(),
    field: z.string().optional().meta({ description: "The input that was not acceptable" }),
  })
  .meta({ description: "What went wrong" });
export type Problem = z.infer<typeof Problem>;
