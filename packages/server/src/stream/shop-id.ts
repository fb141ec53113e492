const LARGEST = 2_147_483_647;

/** Undefined for what cannot be a shop's id: asking the database for it would be an error there, not an empty answer. */
export const parseShopId = (digits: string | undefined): number | undefined => {
  if (digits === undefined || !/^[1-9]\d{0,9}$/.test(digits)) return undefined;
  const id = Number(digits);
  return id <= LARGEST ? id : undefined;
};
