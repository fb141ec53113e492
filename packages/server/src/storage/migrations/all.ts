import type { Migration } from "kysely/migration";
import { up as initial } from "./0001-initial.ts";
import { up as people } from "./0002-people.ts";
import { up as rolesAndKeys } from "./0003-roles-and-keys.ts";
import { up as secondFactors } from "./0004-second-factors.ts";
import { up as devices } from "./0005-devices.ts";
import { up as ticketsAndWebhooks } from "./0006-tickets-and-webhooks.ts";
import { up as auditAndPrivacy } from "./0007-audit-and-privacy.ts";
import { up as keys } from "./0008-keys.ts";
import { up as tenantWall } from "./0009-tenant-wall.ts";
import { up as shopDays } from "./0010-shop-days.ts";
import { up as appointments } from "./0011-appointments.ts";
import { up as waitingList } from "./0012-waiting-list.ts";
import { up as messages } from "./0013-messages.ts";
import { up as calendarFeeds } from "./0014-calendar-feeds.ts";
import { up as waits } from "./0015-waits.ts";
import { up as pageLookups } from "./0016-page-lookups.ts";

/** In order; a published one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-initial": { up: initial },
  "0002-people": { up: people },
  "0003-roles-and-keys": { up: rolesAndKeys },
  "0004-second-factors": { up: secondFactors },
  "0005-devices": { up: devices },
  "0006-tickets-and-webhooks": { up: ticketsAndWebhooks },
  "0007-audit-and-privacy": { up: auditAndPrivacy },
  "0008-keys": { up: keys },
  "0009-tenant-wall": { up: tenantWall },
  "0010-shop-days": { up: shopDays },
  "0011-appointments": { up: appointments },
  "0012-waiting-list": { up: waitingList },
  "0013-messages": { up: messages },
  "0014-calendar-feeds": { up: calendarFeeds },
  "0015-waits": { up: waits },
  "0016-page-lookups": { up: pageLookups },
};
