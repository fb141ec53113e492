import { z } from "zod";
import type { Reply } from "./app-types.ts";

export const CalendarText = z.string().meta({ description: "An iCalendar file (RFC 5545)" });

export function sendCalendar(reply: Reply, text: string, name: string): Reply {
  return reply
    .header("cache-control", "private, no-cache")
    .header("content-disposition", `attachment; filename="${name}"`)
    .type("text/calendar; charset=utf-8")
    .send(text);
}
