import { z } from "zod";
import { listAppointments } from "../../../booking/stored-appointments.ts";
import { may } from "../../../people/permissions.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { freshSnapshotOf } from "../../core/find-place.ts";
import { addressed } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { CalendarText, sendCalendar } from "../../core/send-calendar.ts";
import { feedFile } from "../../wire/feed-file.ts";

const DAY_MS = 24 * 3_600_000;
const PAST_DAYS = 30;
const COMING_DAYS = 366;
const MOST_ENTRIES = 2_000;

/** What a calendar program subscribes to. The request log names routes by their pattern, so the secret reaches no log of ours. */
export function calendarFeed(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/calendars/:feedToken/appointments.ics",
    schema: {
      operationId: "readCalendarFeed",
      summary: "A shop's or a provider's appointments as a calendar (iCalendar), from a month ago on",
      tags: [TAGS.appointments],
      security: [],
      params: z.object({ feedToken: addressed }),
      produces: ["text/calendar"],
      response: answers(200, CalendarText, ["calendar-feed-not-found"]),
    },
    config: {
      authorisation: { kind: "inside", by: "the secret address, and the rights of whoever made it" },
    },
    async handler(request, reply) {
      const feed = await context.calendarFeeds.read(request.params.feedToken);
      if (feed === null) throw new ProblemError("calendar-feed-not-found");
      const snapshot = await freshSnapshotOf(context, feed.shopId);
      const now = context.now();
      const found = await listAppointments(context.db, feed, {
        from: now - PAST_DAYS * DAY_MS,
        to: now + COMING_DAYS * DAY_MS,
        providerId: feed.providerId,
        statuses: ["scheduled", "checked_in", "completed", "cancelled", "no_show"],
        now,
        after: null,
        atMost: MOST_ENTRIES,
      });
      const sight = may(feed.membership.role, "see-visitors") ? "full" : "masked";
      return sendCalendar(reply, feedFile(context, feed.name, found, snapshot, sight), "appointments.ics");
    },
  });
}
