import type { ReactNode } from "react";
import { HEAD_CELL, TABLE, TABLE_FRAME } from "./table-styles.ts";

interface Props {
  readonly label: string;
  readonly columns: readonly string[];
  /** Its rows. */
  readonly children: ReactNode;
}

/** A table that scrolls in its own frame where it is wider than the screen. */
export function ScrollTable({ label, columns, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the one way to scroll it without a mouse
    <div className={TABLE_FRAME} role="region" aria-label={label} tabIndex={0}>
      <table className={TABLE}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={HEAD_CELL}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
