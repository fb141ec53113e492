import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allEvents, done, issue, makeShop, openNode } from "../../shops/testing/test-shop.ts";
import { type OpenDatabase, openDatabase } from "../open-database.ts";
import { openTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { asRole } from "./connection-string.ts";

const log = pino({ level: "silent" });
let base: TestDatabase;
let name: string;
let made: string[];

/** A database that belongs to an ordinary role, as on a server of one's own. */
beforeEach(async () => {
  base = await openTestDatabase();
  name = new URL(base.connectionString.replace("@/", "@base/")).pathname.slice(1);
  made = [];
  await base.owner.query("drop schema public cascade; drop schema auth cascade");
  await role("owner", "createrole");
  await base.owner.query(`alter database ${name} owner to ${name}_owner`);
  await base.owner.query(`drop owned by ${name}_app; drop role ${name}_app`);
  await base.owner.query(`create schema public authorization ${name}_owner`);
}, 60_000);

afterEach(async () => {
  await base.owner.query(`reassign owned by ${name}_owner to current_user`);
  for (const each of made) await base.owner.query(`drop owned by ${each}; drop role ${each}`);
  await base.owner.query(`drop owned by ${name}_app`).catch(() => undefined);
  await base.close();
});

async function role(suffix: string, attributes: string): Promise<string> {
  const full = `${name}_${suffix}`;
  await base.owner.query(`create role ${full} login ${attributes}`);
  made.push(full);
  return full;
}

const url = (suffix: string): string => asRole(base.connectionString, `${name}_${suffix}`, "any");

const open = (connectionString: string, ownerConnectionString?: string): Promise<OpenDatabase> =>
  openDatabase({ connectionString, ownerConnectionString: ownerConnectionString ?? null, log });

async function works(database: OpenDatabase): Promise<void> {
  await using runtime = openNode(database);
  const { shopId, queueId } = await makeShop(database, runtime);
  await done(runtime, { shopId, command: issue(queueId) });
  expect(await allEvents(runtime, shopId)).toHaveLength(3);
}

async function me(database: OpenDatabase): Promise<string | undefined> {
  return (await database.pool.query<{ me: string }>("select session_user as me")).rows[0]?.me;
}

describe("P15 the server runs as a database role of its own", { timeout: 60_000 }, () => {
  it("which the owner makes where only its address is given, the same for all nodes", async () => {
    const nodes = await Promise.all([1, 2, 3].map(() => open(url("owner"))));
    for (const node of nodes) expect(await me(node)).toBe(`${name}_app`);
    const [one] = nodes;
    if (one !== undefined) await works(one);
    await Promise.all(nodes.map((node) => node.close()));
  });

  it("which is made again where the tables came without it, by a restore", async () => {
    await (await open(url("owner"))).close();
    await base.owner.query(`drop owned by ${name}_app; drop role ${name}_app`);
    await using again = await open(url("owner"));
    await works(again);
  });

  it("which somebody made, where both addresses are given", async () => {
    await role("by_hand", "");
    await base.owner.query(`alter role ${name}_owner nocreaterole`);
    await using database = await open(url("by_hand"), url("owner"));
    expect(await me(database)).toBe(`${name}_by_hand`);
    await works(database);
  });

  it("and says what is missing where it cannot make one", async () => {
    await base.owner.query(`alter role ${name}_owner nocreaterole`);
    await expect(open(url("owner"))).rejects.toThrow(
      /^The role of DATABASE_URL may not make the role [^\n]*DATABASE_OWNER_URL[^\n]*$/,
    );
  });

  it.each([
    ["superuser", "is a superuser"],
    ["bypassrls", "may bypass row-level security"],
    ["createrole", "may make roles"],
  ])("and refuses one that is %s", async (attribute, why) => {
    await role("strong", attribute);
    await expect(open(url("strong"), url("owner"))).rejects.toThrow(why);
  });

  it("and refuses the owner itself, and a member of it", async () => {
    await base.owner.query(`alter role ${name}_owner nocreaterole`);
    await expect(open(url("owner"), url("owner"))).rejects.toThrow("owns tables");
    await role("member", `in role ${name}_owner`);
    await expect(open(url("member"), url("owner"))).rejects.toThrow("is a member of the tables' owner");
  });

  it("and refuses one that may make tables", async () => {
    await role("maker", "");
    await (await open(url("maker"), url("owner"))).close();
    await base.owner.query(`grant create on schema public to ${name}_maker`);
    await expect(open(url("maker"), url("owner"))).rejects.toThrow("may make tables");
  });
});
