/** What people read: the prefix and at least three digits, `A001` … `A999`, `A1000`. */
export const ticketNumber = (prefix: string, sequence: number): string =>
  `${prefix}${String(sequence).padStart(3, "0")}`;
