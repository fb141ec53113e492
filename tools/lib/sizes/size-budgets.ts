const KB = 1024;

/** What may be sent before the first use, gzipped, in bytes: scripts and styles, without the fonts and pictures. */
export const sizeBudgets = {
  "@callnext/client": 12 * KB,
  "@callnext/react": 3 * KB,
  board: 40 * KB,
  "board, old sets": 12 * KB,
  "front door": 50 * KB,
  "visitor, joining": 50 * KB,
  "visitor, ticket": 50 * KB,
  "visitor, booking": 50 * KB,
  "visitor, appointment": 50 * KB,
  "visitor, waiting list": 50 * KB,
  console: 250 * KB,
} as const;

export type Measured = keyof typeof sizeBudgets;
