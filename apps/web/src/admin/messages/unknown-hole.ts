/** The first thing in braces that nothing fills, or null. */
export function unknownHole(text: string, known: readonly string[]): string | null {
  for (const [hole, name = ""] of text.matchAll(/\{(\w+)\}/g)) if (!known.includes(name)) return hole;
  return null;
}
