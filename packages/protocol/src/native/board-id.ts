import { z } from "zod";

/** How a board names itself, the same after every restart; of its own making. */
export const boardId = z.string().regex(/^[\w.:-]{1,64}$/);
