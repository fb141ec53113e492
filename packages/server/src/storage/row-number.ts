const LARGEST = 2_147_483_647;

/** Whether a number can be that of a row; PostgreSQL fails on a larger one instead of finding nothing. */
export function isRowNumber(id: number): boolean {
  return Number.isInteger(id) && id > 0 && id <= LARGEST;
}
