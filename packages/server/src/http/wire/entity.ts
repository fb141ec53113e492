/** What a command has just made or changed is in the state that it answered with. */
export function entity<Value>(entities: Readonly<Record<string, Value>>, id: string | number): Value {
  const found = entities[String(id)];
  if (found === undefined) throw new Error(`${id} is missing from the state after its command`);
  return found;
}
