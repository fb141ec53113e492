import { z } from "zod";
import { addressed } from "../http/core/params.ts";

/** A shop by its id or its short name. */
export const AtShop = z.object({
  shopId: addressed.meta({ description: "The shop's id or its short name" }),
});

/** Text that is no number names no item. */
export const AtEntry = AtShop.extend({
  entryId: z
    .string()
    .max(200)
    .transform((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0))
    .meta({ description: "The item's integer id" }),
});
