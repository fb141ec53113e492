import { z } from "zod";

/** Raised when older versions of the program could not read what a newer one writes. */
export const FORMAT = 1;

const name = z.string().min(1).max(63);

const table = z.object({ schema: name, name, columns: z.array(name).max(1_600) });

const sequence = z.object({
  schema: name,
  name,
  /** Of `setval`, so that the next one is above it; text, because it may be larger than a number holds. */
  last: z.string().regex(/^-?\d{1,19}$/),
});

/** What stands before the tables. */
export const backupHeader = z.object({
  createdAt: z.iso.datetime(),
  /** Of the database that was saved; a restored one gets a new epoch. */
  epoch: z.string().min(1).max(200),
  postgres: z.string().max(100),
  /** Applied ones, in order. */
  migrations: z.array(z.string().min(1).max(255)).min(1).max(10_000),
  tables: z.array(table).max(1_000),
  sequences: z.array(sequence).max(1_000),
  /** The server's secret, where it was asked for. */
  secret: z.string().max(2_000).nullable(),
});

export type BackupHeader = z.infer<typeof backupHeader>;
export type SavedTable = z.infer<typeof table>;
export type SavedSequence = z.infer<typeof sequence>;

/** What stands behind each table. */
export const tableEnd = z.object({
  rows: z.number().int().nonnegative(),
  /** Of the rows as COPY's text, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type TableEnd = z.infer<typeof tableEnd>;

/** What stands behind all: a file without it was cut off. */
export const backupFooter = z.object({ tables: z.array(tableEnd) });
