import { z } from "zod";
import { Standing } from "./ticket.ts";

/** The views of `views/types.ts` in the core: collections of entities by key. */
export const ViewOnWire = z.record(z.string(), z.record(z.string(), z.unknown()));

export const StateAnswer = Standing.extend({ view: ViewOnWire });

export const TopicAnswer = z.object({ topic: z.string(), epoch: z.string(), to: z.int(), view: ViewOnWire });
