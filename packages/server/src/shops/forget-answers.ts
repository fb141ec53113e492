import type { Queryable } from "./queryable.ts";

/** Promised are 24 hours; a client that slept through a day still finds its answer. */
const KEPT_HOURS = 48;
const AT_ONCE = 5_000;

const TEXT = `delete from command_answers where ctid = any(array(
  select ctid from command_answers where created_at < now() - make_interval(hours => $1) limit $2))`;

/** Lets go of idempotency answers that nobody will ask for any more, in pieces that hold no lock for long. */
export async function forgetAnswers(database: Queryable): Promise<void> {
  for (;;) {
    const answer = await database.query({
      name: "forget-answers",
      text: TEXT,
      values: [KEPT_HOURS, AT_ONCE],
    });
    if ((answer.rowCount ?? 0) < AT_ONCE) return;
  }
}
