import { z } from "zod";
import { Role } from "./auth.ts";

export const DemoAnswer = z.object({
  tenants: z.array(
    z.object({
      slug: z.string(),
      shops: z.array(
        z.object({
          id: z.int(),
          slug: z.string(),
          name: z.string(),
          queues: z.array(z.object({ id: z.string(), name: z.string(), prefix: z.string() })),
          displays: z.array(z.object({ id: z.string(), name: z.string(), url: z.string() })),
          services: z.array(z.object({ id: z.int(), name: z.string() })),
          logins: z.array(z.object({ email: z.string(), role: Role, name: z.string() })),
        }),
      ),
    }),
  ),
});
export type DemoAnswer = z.infer<typeof DemoAnswer>;

export const SimulationBody = z.object({ running: z.boolean() });
export const SimulationAnswer = z.object({ running: z.boolean() });
