/** The shop as its forecasts know it; stored in what they learn from. */
export const branchName = (shopId: number): string => `shop ${shopId}`;
