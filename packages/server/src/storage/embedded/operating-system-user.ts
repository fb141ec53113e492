import { execFile } from "node:child_process";
import { appendFile, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { UnusableDatabase } from "../unusable-database.ts";

export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);

/** The operating-system user `name`, made where it is missing: PostgreSQL refuses to run as root. */
export async function ensureUser(name: string): Promise<RunAs> {
  const found = await findUser(name);
  if (found !== undefined) return found;
  const ways = [
    () =>
      run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]),
    () => run("adduser", ["-S", "-D", "-H", name]),
    () => writeUser(name),
  ];
  for (const way of ways) {
    // The next way is the answer to a failure; only all of them failing matters.
    await way().catch(() => undefined);
    const made = await findUser(name);
    if (made !== undefined) return made;
  }
  throw new UnusableDatabase(
    `The built-in PostgreSQL cannot run as root and the user "${name}" could not be created: create it, start Callnext as an ordinary user, or set DATABASE_URL.`,
  );
}

async function findUser(name: string): Promise<RunAs | undefined> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  const fields = lines.map((line) => line.split(":")).find((parts) => parts[0] === name);
  if (fields !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  // A directory service may know users that /etc/passwd does not list.
  const ids = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]).catch(() => undefined);
  return ids === undefined ? undefined : { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
}

async function writeUser(name: string): Promise<void> {
  const taken = await Promise.all([idsIn("/etc/passwd"), idsIn("/etc/group")]);
  let id = 999;
  while (taken.some((ids) => ids.has(id))) id -= 1;
  await appendFile("/etc/group", `${name}:x:${id}:\n`);
  await appendFile("/etc/passwd", `${name}:x:${id}:${id}:PostgreSQL:/nonexistent:/usr/sbin/nologin\n`);
}

async function idsIn(file: string): Promise<ReadonlySet<number>> {
  const text = await readFile(file, "utf8").catch(() => "");
  return new Set(text.split("\n").map((line) => Number(line.split(":")[2])));
}
