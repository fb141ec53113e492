/** `npm run backup -- [FILE] [--with-secret]` */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { makeBackup } from "@callnext/server/maintenance";
import { openCommand, usage } from "./command.ts";
import { fail } from "./fail.ts";

const USAGE = `npm run backup -- [FILE] [--with-secret]

Saves the database into one file, while the server runs or not.
  FILE           default: a name with the date, in CALLNEXT_BACKUP_DIR or the data directory's folder backups
  --with-secret  put the server's secret into it as well; whoever has the file can then open everything in it`;

const { values, positionals } = parsed();
const { config, log } = openCommand();
const [file] = positionals;
const made = await makeBackup(config, {
  file: file === undefined ? null : resolve(file),
  withSecret: values["with-secret"],
  log,
  now: Date.now(),
}).catch((problem: unknown) => fail(problem, "No backup was made"));
const rows = made.ends.reduce((sum, end) => sum + end.rows, 0);
console.log(`${made.file}\n${rows} rows of ${made.ends.length} tables, as of ${made.header.createdAt}`);
if (!values["with-secret"])
  console.log("The server's secret is not in it: keep CALLNEXT_SECRET, or the file `secret`, elsewhere.");

function parsed() {
  try {
    const options = { "with-secret": { type: "boolean", default: false } } as const;
    const read = parseArgs({ options, allowPositionals: true });
    return read.positionals.length > 1 ? usage(USAGE) : read;
  } catch {
    return usage(USAGE);
  }
}
