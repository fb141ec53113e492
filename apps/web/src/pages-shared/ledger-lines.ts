import type { PlaceChangeOnWire } from "@callnext/protocol";

export type MoveCause = Extract<PlaceChangeOnWire, { kind: "moved" }>["parts"][number]["cause"];

/** One line to read: a step of the own ticket, or what others did, together where it happened in a row. */
export type LedgerLine =
  | { readonly kind: "own"; readonly what: string; readonly at: string; readonly place: number | null }
  | {
      readonly kind: "others";
      readonly cause: MoveCause;
      /** Places, always above zero. */
      readonly count: number;
      readonly forward: boolean;
      readonly at: string;
      readonly place: number;
    };

/** The newest first. */
export function ledgerLines(changes: readonly PlaceChangeOnWire[]): readonly LedgerLine[] {
  const lines: LedgerLine[] = [];
  for (const change of changes) {
    if (change.kind === "entered") {
      lines.push({ kind: "own", what: change.why, at: change.at, place: change.to });
    } else if (change.kind === "left-line") {
      lines.push({ kind: "own", what: change.why, at: change.at, place: null });
    } else {
      for (const part of change.parts) {
        const line: LedgerLine = {
          kind: "others",
          cause: part.cause,
          count: Math.abs(part.change),
          forward: part.change < 0,
          at: change.at,
          place: change.to,
        };
        const last = lines[lines.length - 1];
        const goesOn =
          last !== undefined &&
          last.kind === "others" &&
          last.cause === line.cause &&
          last.forward === line.forward;
        if (goesOn) lines[lines.length - 1] = { ...line, count: line.count + last.count };
        else lines.push(line);
      }
    }
  }
  return lines.reverse();
}
