import type { Queryable } from "./queryable.ts";

/** Promised are 24 hours; a client that slept through a day still finds its answer. */
const KEPT_HOURS = 48;
const AT_ONCE = 5_000;

/** Of all tenants at once. */
const TEXT = "select forget_command_answers($1, $2) as gone";

/** Lets go of idempotency answers that nobody will ask for any more, in pieces that hold no lock for long. */
export async function forgetAnswers(database: Queryable): Promise<void> {
  for (;;) {
    const answer = await database.query<{ gone: number }>({
      name: "forget-answers",
      text: TEXT,
      values: [KEPT_HOURS, AT_ONCE],
    });
    if ((answer.rows[0]?.gone ?? 0) < AT_ONCE) return;
  }
}
