/** `npm run restore -- FILE [--yes] [--new-keys] [--keep-sessions]` */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Restored, restoreConfigured } from "@callnext/server/maintenance";
import { openCommand, usage } from "./command.ts";
import { fail } from "./fail.ts";

const USAGE = `npm run restore -- FILE [--yes] [--new-keys] [--keep-sessions]

Replaces the database by what a backup holds: all of it, or nothing changes.
  --yes            replace a database that is not empty
  --new-keys       go on where the secret of the backup is lost: visitors' links stop working, and everybody's
                   authenticator app and every webhook has to be set up again
  --keep-sessions  leave people signed in; sessions that were ended since the backup come back too`;

const LOST: Readonly<Record<string, string>> = {
  totp_factors: "the authenticator apps",
  webhooks: "the webhooks",
};

const { values, positionals } = parsed();
const { config, log } = openCommand();
const restored = await restoreConfigured(config, {
  file: resolve(positionals[0] ?? ""),
  replace: values.yes,
  newKeys: values["new-keys"],
  keepSessions: values["keep-sessions"],
  log,
  now: Date.now(),
}).catch((problem: unknown) => fail(problem, "Nothing was restored, nothing was changed"));
console.log(report(restored).join("\n"));

function report({ header, rows, epoch, keys, sessionsEnded, numbersLost }: Restored): readonly string[] {
  const lines = [
    `Restored: ${rows} rows of ${header.tables.length} tables, as of ${header.createdAt}`,
    `New epoch ${epoch}: every screen fetches everything anew, running servers within seconds`,
  ];
  if (sessionsEnded > 0) lines.push(`Everybody signs in again (${sessionsEnded} sessions ended)`);
  if (keys.lost > 0)
    lines.push(
      "New signing keys: visitors' links from before do not work",
      ...Object.entries(keys.sealedLost).map(
        ([table, count]) => `  to be set up again: ${count} of ${LOST[table] ?? table}`,
      ),
    );
  if (numbersLost.length > 0) {
    lines.push("", "Handed out after the backup, unknown now, and about to be handed out a second time:");
    for (const { shop, queue, first, last, count } of numbersLost)
      lines.push(`  ${shop}, ${queue}: ${first} to ${last} (${count})`);
    lines.push("Ask whoever holds one of them to take a new number.");
  }
  lines.push(
    "",
    "What was revoked since the backup (boards, API keys, staff, leaked signing keys) has to be revoked again;",
    "so has what was erased on somebody's request: docs/operations/backup-restore.md",
  );
  return lines;
}

function parsed() {
  const flag = { type: "boolean", default: false } as const;
  try {
    const options = { yes: flag, "new-keys": flag, "keep-sessions": flag };
    const read = parseArgs({ options, allowPositionals: true });
    return read.positionals.length === 1 ? read : usage(USAGE);
  } catch {
    return usage(USAGE);
  }
}
