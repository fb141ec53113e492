import { randomUUID } from "node:crypto";
import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { migrateAuth } from "../people/create-auth.ts";
import { openKeyRing, type Secrets } from "../people/key-ring.ts";
import { open, seal } from "../people/seal.ts";
import { asOwner } from "../storage/as-owner.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { totpPurpose } from "../people/factors/totp.ts";
import { booking, makeSalon } from "../shops/testing/test-salon.ts";
import { done, foldAll, allEvents, issue, openNode } from "../shops/testing/test-shop.ts";
import type { BackupSummary } from "./backup-frames.ts";
import { encodeFrame } from "./frames.ts";
import { restoreBackup, type Restored, type RestoreOptions } from "./restore-backup.ts";
import { FIRST_LINE, writeBackup } from "./write-backup.ts";

const DAY_MS = 86_400_000;
const log = pino({ level: "silent" });
const SECRETS: Secrets = { current: "the secret of the first", previous: null };
const NAME = "Ndèye\t«Ð» \\ \n line two \\. \\N 'quoted' 中 😀";

let source: TestDatabase;
let target: TestDatabase;
let directory: string;
let file: string;
let summary: BackupSummary;
let shopId: number;
let before: Contents;

interface Contents {
  readonly tables: Readonly<Record<string, readonly string[]>>;
  readonly sequences: readonly unknown[];
}

/** All rows of all tables, whatever they are, as the database writes them. */
function contents(database: TestDatabase): Promise<Contents> {
  return asOwner(database.connectionString, async ({ client }) => {
    const names = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('public', 'auth') and tablename not in ('incarnation', 'app_logins') order by 1`,
    );
    const tables: Record<string, readonly string[]> = {};
    for (const { name } of names.rows) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      tables[name] = rows.map(({ row }) => row);
    }
    const sequences = await client.query(
      "select schemaname, sequencename, last_value from pg_sequences order by 1, 2",
    );
    return { tables, sequences: sequences.rows };
  });
}

/** What the server is made of beside its rows: if a restore lost a wall or a right, it shows here. */
function structure(database: TestDatabase): Promise<unknown> {
  return asOwner(database.connectionString, async ({ client }) => {
    const ask = async (text: string): Promise<unknown> => (await client.query<object>(text)).rows;
    const ours = "n.nspname in ('public', 'auth')";
    return {
      columns: await ask(
        `select table_schema, table_name, column_name, data_type, is_nullable, column_default, is_identity
          from information_schema.columns where table_schema in ('public', 'auth') order by 1, 2, 3`,
      ),
      constraints: await ask(
        `select c.conrelid::regclass::text as t, c.conname, pg_get_constraintdef(c.oid) as d, c.convalidated
          from pg_constraint c join pg_namespace n on n.oid = c.connamespace where ${ours} order by 1, 2`,
      ),
      indexes: await ask(
        "select indexname, indexdef from pg_indexes where schemaname in ('public', 'auth') order by 1, 2",
      ),
      walls: await ask(
        `select c.relname, c.relrowsecurity, c.relforcerowsecurity,
            array(select p.polname::text || pg_get_expr(p.polqual, p.polrelid) from pg_policy p where p.polrelid = c.oid order by 1) as p
          from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind = 'r' order by 1`,
      ),
      // The role's own name differs between the two databases.
      rights: await ask(
        `select c.relname, array(select regexp_replace(x::text, '^[^=]*', 'role') from unnest(c.relacl) x order by 1) as r
          from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} order by 1`,
      ),
      functions: await ask(
        `select p.oid::regprocedure::text as f, pg_get_functiondef(p.oid) as d,
            array(select regexp_replace(x::text, '^[^=]+', 'role') from unnest(p.proacl) x order by 1) as r
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} order by 1`,
      ),
      triggers: await ask(
        `select t.tgrelid::regclass::text as t, t.tgname, t.tgenabled from pg_trigger t where not t.tgisinternal order by 1, 2`,
      ),
    };
  });
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "callnext-backup-"));
  file = join(directory, "saved", "one.backup");
  source = await openTestDatabase();
  await source.asOwner(({ db }) => migrateAuth(db));
  await using node = openNode(source);
  const shop = await makeSalon(source, node);
  ({ shopId } = shop);
  for (const fullName of [NAME, "", "x".repeat(2_000)])
    await done(node, {
      shopId,
      command: issue(shop.queueId),
      person: { fullName, phone: "+221771234567", email: null },
    });
  await done(node, { shopId, command: { type: "call-next", queueId: shop.queueId, counter: "1" } });
  const day = Math.ceil(Date.now() / DAY_MS) * DAY_MS + DAY_MS;
  for (const halfHour of [2, 0, 1]) {
    const command = await booking(source, shop, day + halfHour * 1_800_000);
    const person = { fullName: NAME, phone: null, email: null, notes: "Short" };
    await done(node, { shopId, command, person });
  }
  await using ring = await openKeyRing({ db: source.db, secrets: SECRETS, log, now: Date.now });
  await source.asOwner(async ({ client }) => {
    await client.query(`insert into auth."user" values ('u1', 'A', 'a@b.example', true, null, now(), now())`);
    await client.query(
      `insert into auth.session (id, token, "userId", "expiresAt", "createdAt", "updatedAt")
        values ('s1', 'a token', 'u1', now() + interval '1 day', now(), now())`,
    );
    await client.query(
      "insert into totp_factors (user_id, sealed, confirmed_at, created_at) values ('u1', $1, now(), now())",
      [seal(ring, totpPurpose("u1"), "JBSWY3DP")],
    );
    for (const action of ["signed-in", "device-paired"])
      await client.query("select audit_append(null, $1)", [
        JSON.stringify({
          at: 1,
          actor: { kind: "system", id: null },
          action,
          subject: null,
          shopId: null,
          ip: null,
          detail: {},
        }),
      ]);
    await client.query("alter table settings add column if not exists kept text");
    await client.query("alter table settings drop column kept");
  });
  before = await contents(source);
  summary = await asOwner(source.connectionString, ({ client }) =>
    writeBackup(client, file, { now: Date.now(), secret: null }),
  );
}, 60_000);

afterAll(async () => {
  await source.close();
  await rm(directory, { recursive: true, force: true });
});

const restore = (options: Partial<RestoreOptions> = {}): Promise<Restored> =>
  restoreBackup({
    file,
    connectionString: target.connectionString,
    secrets: SECRETS,
    replace: true,
    newKeys: false,
    keepSessions: true,
    now: Date.now(),
    ...options,
  });

const withoutAudit = ({ tables, sequences }: Contents): unknown => ({
  sequences,
  tables: {
    ...tables,
    "public.audit_log": null,
    "public.audit_heads": null,
    "public.kysely_migration": null,
  },
});

describe("a backup", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    target = await openTestDatabase();
  });
  afterAll(() => target.close());

  test("security: only its user can read it, and nothing half-done is left beside it", async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(directory, "saved"))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(directory, "saved"))).toEqual(["one.backup"]);
  });

  test("P1 every row of every table comes back as it was, and nothing of the database's form is lost", async () => {
    await target.asOwner(({ db }) => migrateAuth(db));
    const fresh = await structure(target);
    const restored = await restore();
    expect(restored.rows).toBe(summary.ends.reduce((sum, { rows }) => sum + rows, 0));
    expect(restored.rows).toBeGreaterThan(20);
    const after = await contents(target);
    expect(withoutAudit(after)).toEqual(withoutAudit(before));
    expect(after.tables["public.audit_log"]?.slice(0, 2)).toEqual(before.tables["public.audit_log"]);
    // One entry more for the platform, one for the only organisation.
    expect(after.tables["public.audit_log"]?.slice(2).join()).toMatch(
      /^\(0,3,.*backup-restored.*\(1,1,1,.*backup-restored/,
    );
    expect(await structure(target)).toEqual(fresh);
  });

  test("P1 the server's own role works on what was restored, from a new epoch on", async () => {
    const { epoch } = await restore();
    expect(epoch).not.toBe(summary.header.epoch);
    await using node = openNode(target);
    const snapshot = await node.freshSnapshot(shopId);
    expect(snapshot?.epoch).toBe(epoch);
    expect([...(snapshot?.people.values() ?? [])].map(({ fullName }) => fullName)).toContain(NAME);
    const [queueId = ""] = snapshot?.state.queues.keys() ?? [];
    const answer = await done(node, { shopId, command: issue(queueId) });
    expect(answer.ticket?.number).toBe("A004");
    const events = await allEvents(node, shopId);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(foldAll(events)).toEqual((await node.freshSnapshot(shopId))?.state);
  });

  test("a running node takes the restored state up by itself and tells its followers", async () => {
    await restore();
    await using node = openNode(target, { pollMs: 20 });
    const epochs: string[] = [];
    using _following = node.follow(shopId, ({ after }) => epochs.push(after.epoch));
    const first = await node.snapshot(shopId);
    const [queueId = ""] = first?.state.queues.keys() ?? [];
    await done(node, { shopId, command: issue(queueId) });
    await done(node, { shopId, command: issue(queueId) });
    const again = await restore();
    await expect.poll(() => epochs.at(-1), { timeout: 10_000 }).toBe(again.epoch);
    const restored = await node.snapshot(shopId);
    expect(restored?.state).toEqual(first?.state);
    // The same seqs again, of another history.
    expect((await done(node, { shopId, command: issue(queueId) })).epoch).toBe(again.epoch);
  });

  test("a running node notices a restore that leads to the very same seq", async () => {
    await restore();
    await using node = openNode(target, { pollMs: 20 });
    const epochs: string[] = [];
    using _following = node.follow(shopId, ({ after }) => epochs.push(after.epoch));
    await node.snapshot(shopId);
    const again = await restore();
    await expect.poll(() => epochs, { timeout: 10_000 }).toEqual([again.epoch]);
  });

  test.each([0, 1])(
    "a command decided in the moment of a restore stands on it, %i commands back",
    async (undone) => {
      await restore();
      // Never polls: the shop's lock alone tells it.
      await using node = openNode(target, { pollMs: 3_600_000 });
      const first = await node.snapshot(shopId);
      const [queueId = ""] = first?.state.queues.keys() ?? [];
      for (let count = 0; count < undone; count += 1) await done(node, { shopId, command: issue(queueId) });
      const again = await restore();
      const answer = await done(node, { shopId, command: issue(queueId) });
      expect(answer).toMatchObject({ epoch: again.epoch, ticket: { number: "A004" } });
      expect(foldAll(await allEvents(node, shopId))).toEqual((await node.freshSnapshot(shopId))?.state);
    },
  );

  test("a database that holds something is replaced only when asked, and says which numbers people still hold", async () => {
    await restore();
    await using node = openNode(target);
    const [queueId = ""] = (await node.snapshot(shopId))?.state.queues.keys() ?? [];
    await done(node, { shopId, command: issue(queueId) });
    await done(node, { shopId, command: issue(queueId) });
    const standing = await contents(target);
    await expect(restore({ replace: false })).rejects.toMatchObject({ code: "database-not-empty" });
    expect(await contents(target)).toEqual(standing);
    expect((await restore()).numbersLost).toMatchObject([{ first: "A004", last: "A005", count: 2 }]);
  });

  test("security: sessions end with a restore unless they are kept", async () => {
    expect(await restore({ keepSessions: false })).toMatchObject({ sessionsEnded: 1 });
    expect((await contents(target)).tables["auth.session"]).toEqual([]);
  });

  test("security: another server's secret is refused by name, unless new keys are asked for", async () => {
    const standing = await contents(target);
    const other = { current: "another server's secret", previous: null };
    await expect(restore({ secrets: other })).rejects.toMatchObject({ code: "secret-missing" });
    expect(await contents(target)).toEqual(standing);
    expect((await restore({ secrets: other, newKeys: true })).keys).toEqual({
      kept: 0,
      lost: 1,
      sealedLost: { totp_factors: 1, webhooks: 0, sms_providers: 0, push_keys: 0, push_subscriptions: 0 },
    });
    await using ring = await openKeyRing({ db: target.db, secrets: other, log, now: Date.now });
    expect(ring.accepted).toHaveLength(1);
    expect((await contents(target)).tables["public.totp_factors"]).toEqual([]);
  });

  test("security: with the secret in it, or as the previous one, the keys are taken over to this server's", async () => {
    const other = { current: "another server's secret", previous: null };
    const carrying = join(directory, `${randomUUID()}.backup`);
    await asOwner(source.connectionString, ({ client }) =>
      writeBackup(client, carrying, { now: Date.now(), secret: SECRETS.current }),
    );
    for (const options of [
      { file: carrying, secrets: other },
      { secrets: { ...other, previous: SECRETS.current } },
    ]) {
      expect((await restore(options)).keys).toMatchObject({ kept: 1, lost: 0 });
      await using ring = await openKeyRing({ db: target.db, secrets: other, log, now: Date.now });
      const { rows } = await target.pool.query<{ sealed: string }>("select sealed from totp_factors");
      expect(open(ring, totpPurpose("u1"), rows[0]?.sealed ?? "")).toBe("JBSWY3DP");
    }
  });

  test("security: the server's secret and its database password are in no backup that was not asked for them", async () => {
    const { gunzipSync } = await import("node:zlib");
    const text = gunzipSync((await readFile(file)).subarray(FIRST_LINE.length)).toString("latin1");
    const { rows } = await asOwner(source.connectionString, ({ client }) =>
      client.query<{ password: string }>("select password from app_logins"),
    );
    expect(text).not.toContain(SECRETS.current);
    expect(text).not.toContain(rows[0]?.password);
    expect(text).toContain("+221771234567");
  });
});

describe("a bad backup changes nothing and is named", { timeout: 120_000 }, () => {
  let bad: string;
  let standing: Contents;
  beforeAll(async () => {
    target = await openTestDatabase();
  });
  afterAll(() => target.close());
  beforeEach(async () => {
    bad = join(directory, `${randomUUID()}.backup`);
    await copyFile(file, bad);
    standing = await contents(target);
  });

  const refused = async (code: string): Promise<void> => {
    await expect(restore({ file: bad })).rejects.toMatchObject({ name: "UnusableBackup", code });
    expect(await contents(target)).toEqual(standing);
  };

  test("not there", async () => {
    await rm(bad);
    await refused("backup-missing");
  });

  test.each(["", "PGDMP", "callnext-backup\n", "callnext-backup x\n"])("foreign: %j", async (text) => {
    await writeFile(bad, text);
    await refused("backup-foreign");
  });

  test("of a newer format", async () => {
    await writeFile(bad, "callnext-backup 2\nwhatever");
    await refused("backup-newer");
  });

  test("cut off anywhere", async () => {
    const { size } = await stat(file);
    for (const bytes of [
      FIRST_LINE.length,
      FIRST_LINE.length + 5,
      size >> 2,
      size >> 1,
      size - 9,
      size - 1,
    ]) {
      await copyFile(file, bad);
      await truncate(bad, bytes);
      await expect(restore({ file: bad }), `${bytes} of ${size}`).rejects.toMatchObject({
        code: "backup-damaged",
      });
    }
    expect(await contents(target)).toEqual(standing);
  });

  test("one bit changed anywhere", async () => {
    const good = await readFile(file);
    for (let part = 0; part < 24; part += 1) {
      const at = FIRST_LINE.length + 10 + Math.floor(((good.length - FIRST_LINE.length - 11) * part) / 24);
      const copy = Buffer.from(good);
      copy[at] = (copy[at] ?? 0) ^ 0x10;
      await writeFile(bad, copy);
      await expect(restore({ file: bad }), `byte ${at}`).rejects.toMatchObject({ code: "backup-damaged" });
    }
    expect(await contents(target)).toEqual(standing);
  });

  /** The backup with its frames changed and packed again, so that gzip's own checksum is right. */
  const repacked = async (change: (text: string) => string): Promise<void> => {
    const { gunzipSync, gzipSync } = await import("node:zlib");
    const frames = gunzipSync((await readFile(file)).subarray(FIRST_LINE.length)).toString("latin1");
    await writeFile(
      bad,
      Buffer.concat([Buffer.from(FIRST_LINE), gzipSync(Buffer.from(change(frames), "latin1"))]),
    );
  };

  test("a row changed", async () => {
    await repacked((text) => text.replace("+221771234567", "+221771234568"));
    await refused("backup-damaged");
  });

  test("without its end", async () => {
    const footer = encodeFrame("F", Buffer.from(JSON.stringify({ tables: summary.ends }))).toString("latin1");
    await repacked((text) => text.slice(0, -footer.length));
    await refused("backup-damaged");
  });

  test("with something behind its end", async () => {
    await repacked((text) => text + encodeFrame("E", Buffer.from("{}")).toString("latin1"));
    await refused("backup-damaged");
  });

  /** The header with some text in place of another as long. */
  const header = (from: string, to: string): Promise<void> => {
    if (from.length !== to.length) throw new Error("the frame's length must stay");
    return repacked((text) => text.replace(from, to));
  };

  test("of a newer program", async () => {
    await header("0009-tenant-wall", "0999-tenant-wall");
    await refused("backup-newer");
  });

  test("with a table that is none of ours", async () => {
    await header('"name":"visitors"', '"name":"visitorz"');
    await refused("backup-foreign");
  });

  test("over tables of another program", async () => {
    await target.asOwner(({ client }) =>
      client.query("alter table kysely_migration rename to somebody_elses"),
    );
    standing = await contents(target);
    bad = file;
    await refused("database-foreign");
  });
});
