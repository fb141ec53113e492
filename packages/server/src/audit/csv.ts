/** What a spreadsheet would take for a formula, also behind blanks, which some of them skip. */
const FORMULA = /^[\s\u00A0\uFEFF]*[=+\-@\t\r\n|]/;

type Cell = string | number | boolean | null;

/** One line of a CSV file as RFC 4180 has it. Text that begins like a formula gets an apostrophe before it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = FORMULA.test(cell) || FORMULA.test(cell.replace(/^"+/, "")) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
