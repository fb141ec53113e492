import { randomUUID } from "node:crypto";
import { createAuditTrail } from "./audit/audit-trail.ts";
import { createDeskViews } from "./audit/desk-views.ts";
import { createCalendarFeeds } from "./booking/calendar-feeds.ts";
import { createKeyedOnce } from "./commands/keyed-once.ts";
import type { Config } from "./config/config.ts";
import { openDemo } from "./demo/open-demo.ts";
import { openDevices } from "./devices/open-devices.ts";
import type { Context } from "./http/core/context.ts";
import type { Foundation } from "./open-foundation.ts";
import { openOutgoing } from "./open-outgoing.ts";
import { createCredentials } from "./people/credentials.ts";
import { openKeys } from "./people/keys/open-keys.ts";
import { openOidc } from "./people/oidc/open-oidc.ts";
import { openPeople } from "./people/open-people.ts";
import { createOperating } from "./people/operating.ts";
import { createRevoker } from "./revocation/create-revoker.ts";
import type { Revoked } from "./revocation/revoked.ts";
import { databaseAnswers } from "./storage/database-answers.ts";
import { Boards } from "./stream/boards/boards.ts";
import { systemTimers } from "./stream/system-timers.ts";

/** What is known only once the server listens. */
export interface Outside {
  /** Its own address, as a URL of this machine. */
  address(): string;
  /** Ends the sockets of whatever was revoked, on this node. */
  endSockets(what: Revoked): void;
  readonly simulationPace: number;
}

/** Everything the endpoints work with; `stack` closes what has to be closed. */
export async function openContext(
  config: Config,
  foundation: Foundation,
  outside: Outside,
  stack: AsyncDisposableStack,
): Promise<Context> {
  const { log, now, database, metrics, bus, runtime, dayStarts, keys } = foundation;
  const { db, pool } = database;
  const devices = openDevices({ db, keys, now, log });
  const people = await openPeople(database, keys, now);
  const { sessions, accounts } = people;
  const programs = openKeys({ db, pool, keys, sessions, now, log });
  const demo = await openDemo({
    ...people,
    ...{ db, runtime, config, log, pace: outside.simulationPace },
    asOwner: (work) => database.asOwner(work),
    address: () => outside.address(),
  });
  const outgoing = openOutgoing(config, foundation, { people, address: () => outside.address() }, stack);
  const audit = createAuditTrail(db, now);
  const remembering = [sessions, devices.credentials, programs.apiKeyCredentials];
  const apply = (what: Revoked): void => {
    for (const memory of remembering) memory.forget();
    outside.endSockets(what);
  };
  const revoker = stack.use(createRevoker({ bus, node: randomUUID(), apply }));
  return {
    config,
    log,
    metrics,
    runtime,
    db,
    ...people,
    ...outgoing,
    dayStarts,
    keys,
    oidc: openOidc(config, { db, keys, accounts, now }),
    keyedOnce: createKeyedOnce(db),
    calendarFeeds: createCalendarFeeds(db, now),
    audit,
    deskViews: createDeskViews(audit, now),
    devices,
    ...programs,
    operating: createOperating(db, now),
    credentials: createCredentials(sessions, [devices.token, ...programs.tokens]),
    boards: stack.use(new Boards({ timers: systemTimers, incarnation: randomUUID(), notes: bus })),
    demo,
    revoke: (what) => revoker.revoke(what),
    databaseAnswers: (withinMs) => databaseAnswers(database, withinMs),
    now,
    newId: randomUUID,
  };
}
