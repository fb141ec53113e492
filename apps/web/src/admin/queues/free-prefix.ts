/** The first letter no queue of the shop uses; empty when all are taken. */
export function freePrefix(used: readonly string[]): string {
  return [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].find((letter) => !used.includes(letter)) ?? "";
}
