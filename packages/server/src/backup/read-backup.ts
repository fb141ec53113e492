import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { errorCode } from "../storage/error-code.ts";
import {
  backupFooter,
  backupHeader,
  type BackupHeader,
  FORMAT,
  type SavedTable,
  tableEnd,
  type TableEnd,
} from "./backup-description.ts";
import { decodeFrames, type Frame } from "./frames.ts";
import { UnusableBackup } from "./unusable-backup.ts";

/** Takes a table's rows, as COPY's text. It must read them to their end. */
export type TakeTable = (table: SavedTable, rows: AsyncIterable<Buffer>) => Promise<void>;

export interface ReadBackup {
  readonly header: BackupHeader;
  /** As in `header.tables`. */
  readonly ends: readonly TableEnd[];
}

/** Reads a backup from its beginning to its end and checks every count and hash in it. */
export async function readBackup(file: string, take: TakeTable): Promise<ReadBackup> {
  const start = await checkFirstLine(file);
  const source = pipeline(createReadStream(file, { start }), createGunzip(), () => undefined);
  const frames = decodeFrames(source);
  try {
    const header = await readHeader(frames);
    const ends: TableEnd[] = [];
    for (const table of header.tables) ends.push(await readTable(frames, table, take));
    const footer = parse(backupFooter, await next(frames), "F");
    const isLast = (await frames.next()).done === true;
    if (!isLast || JSON.stringify(footer.tables) !== JSON.stringify(ends)) throw damaged(file);
    return { header, ends };
  } catch (error) {
    throw isOfTheFile(error) ? damaged(file, error) : error;
  } finally {
    source.destroy();
  }
}

/** Only what the file itself is at fault for; what its taker met goes on as it is. */
class BadContent extends Error {
  override readonly name = "BadContent";
}

function isOfTheFile(error: unknown): boolean {
  return error instanceof BadContent || (errorCode(error) ?? "").startsWith("Z_");
}

function damaged(file: string, cause?: unknown): UnusableBackup {
  const message = `${file} is cut off or damaged: take an older backup, or another copy of this one.`;
  return new UnusableBackup("backup-damaged", message, { cause });
}

async function checkFirstLine(file: string): Promise<number> {
  const text = await firstBytes(file);
  const [line, version] = /^callnext-backup (\d{1,6})\n/.exec(text) ?? [];
  if (line === undefined || version === undefined)
    throw new UnusableBackup("backup-foreign", `${file} is no backup of Callnext.`);
  if (Number(version) > FORMAT)
    throw new UnusableBackup(
      "backup-newer",
      `${file} was written by a newer version of Callnext: restore it with that one.`,
    );
  return line.length;
}

async function firstBytes(file: string): Promise<string> {
  try {
    await using handle = await open(file, "r");
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } catch (error) {
    const why = errorCode(error) ?? String(error);
    throw new UnusableBackup("backup-missing", `${file} cannot be read (${why}).`, { cause: error });
  }
}

async function readHeader(frames: AsyncGenerator<Frame>): Promise<BackupHeader> {
  return parse(backupHeader, await next(frames), "H");
}

async function readTable(
  frames: AsyncGenerator<Frame>,
  table: SavedTable,
  take: TakeTable,
): Promise<TableEnd> {
  const hash = createHash("sha256");
  let rows = 0;
  let end: Frame | undefined;
  const data = async function* (): AsyncGenerator<Buffer> {
    for (;;) {
      const frame = await next(frames);
      if (frame.kind !== "D") {
        end = frame;
        return;
      }
      hash.update(frame.payload);
      // A line break within a value is written as \n, so each one ends a row.
      for (const byte of frame.payload) if (byte === 10) rows += 1;
      yield frame.payload;
    }
  };
  await take(table, data());
  if (end === undefined) throw new Error(`${table.name} was not read to its end`);
  const told = parse(tableEnd, end, "E");
  if (told.rows !== rows || told.sha256 !== hash.digest("hex")) throw new BadContent("a hash is another one");
  return told;
}

async function next(frames: AsyncGenerator<Frame>): Promise<Frame> {
  try {
    const { value, done } = await frames.next();
    if (done !== true) return value;
  } catch (error) {
    throw new BadContent("the frames cannot be read", { cause: error });
  }
  throw new BadContent("the frames end too soon");
}

function parse<Schema extends z.ZodType>(schema: Schema, frame: Frame, kind: Frame["kind"]): z.infer<Schema> {
  try {
    if (frame.kind === kind) return schema.parse(JSON.parse(frame.payload.toString("utf8")));
  } catch (error) {
    throw new BadContent("a frame does not hold what it should", { cause: error });
  }
  throw new BadContent(`a frame is ${frame.kind} instead of ${kind}`);
}
