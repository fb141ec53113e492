import pg from "pg";

const BIGINT = 20;

/** pg gives bigint as text; every bigint here (seq, times, counts) fits a number exactly. */
export const numberTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === BIGINT && format !== "binary") return exactNumber;
    return pg.types.getTypeParser(oid, format as "text");
  },
};

function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`);
  return value;
}
