/** What YAML and JSON may hold, to be walked without knowing its schema. */
export type Tree = Readonly<Record<string, unknown>>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands at a path of keys; undefined where there is nothing. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isTree(inner) ? inner[key] : undefined), value);
}

/** Every mapping inside, however deep, itself included. */
export function* everyTree(value: unknown): Generator<Tree> {
  if (isTree(value)) yield value;
  const inner = Array.isArray(value) || isTree(value) ? Object.values(value) : [];
  for (const each of inner) yield* everyTree(each);
}
