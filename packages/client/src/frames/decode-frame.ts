import type { DownFrame } from "@callnext/protocol";

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isSeq = (value: unknown): boolean =>
  typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER && Math.floor(value) === value;
const isText = (value: unknown): value is string => typeof value === "string";
const isName = (value: unknown): boolean => isText(value) && value !== "";
const everyValue = (record: unknown, holds: (value: unknown) => boolean): boolean =>
  isRecord(record) && Object.keys(record).every((key) => key !== "__proto__" && holds(record[key]));
const isKeys = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isCollection = (value: unknown): boolean => everyValue(value, () => true);
const isCursor = (value: unknown): boolean =>
  isRecord(value) && isName(value["epoch"]) && isSeq(value["seq"]);
const isProof = (value: unknown): boolean =>
  isRecord(value) && isCursor(value) && (!("age_ms" in value) || isSeq(value["age_ms"]));

const CHECKS: Readonly<Record<string, (frame: Fields) => boolean>> = {
  hello: (frame) => isText(frame["time"]) && (!("version" in frame) || isText(frame["version"])),
  pong: (frame) => isText(frame["time"]),
  heartbeat: (frame) => isText(frame["time"]) && everyValue(frame["seqs"], isProof),
  snapshot: (frame) =>
    isName(frame["topic"]) &&
    isName(frame["epoch"]) &&
    isSeq(frame["to"]) &&
    everyValue(frame["view"], isCollection),
  delta: (frame) =>
    isName(frame["topic"]) &&
    isName(frame["epoch"]) &&
    isSeq(frame["from"]) &&
    isSeq(frame["to"]) &&
    everyValue(frame["set"], isCollection) &&
    everyValue(frame["unset"], isKeys),
  refused: (frame) => isName(frame["topic"]) && isText(frame["code"]) && isText(frame["message"]),
  error: (frame) => isText(frame["code"]) && isText(frame["message"]),
};

/** Whether a parsed value is a frame in shape. What entities hold is the business of the screen that shows them. */
export function isDownFrame(value: unknown): value is DownFrame {
  if (!isRecord(value)) return false;
  const type = value["type"];
  if (!isText(type) || !Object.prototype.hasOwnProperty.call(CHECKS, type)) return false;
  return CHECKS[type]?.(value) === true;
}

/** Never throws: what is no frame is null. */
export function decodeFrame(data: unknown): DownFrame | null {
  if (!isText(data)) return null;
  try {
    const value: unknown = JSON.parse(data);
    return isDownFrame(value) ? value : null;
  } catch {
    return null;
  }
}
