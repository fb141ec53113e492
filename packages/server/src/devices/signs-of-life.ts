/** That a device is there is written down this often. */
const EVERY_MS = 60_000;
const MOST_REMEMBERED = 20_000;

/** Takes note of devices that are there now; what was written less than a minute ago is not written again. */
export function createSignsOfLife(
  write: (ids: readonly string[], at: number) => Promise<void>,
  now: () => number,
  failed: (error: unknown) => void,
): (ids: readonly string[]) => void {
  const written = new Map<string, number>();
  return (ids) => {
    const at = now();
    const due = ids.filter((id) => at - (written.get(id) ?? -EVERY_MS) >= EVERY_MS);
    if (due.length === 0) return;
    for (const id of due) {
      written.delete(id);
      written.set(id, at);
    }
    for (const id of written.keys()) {
      if (written.size <= MOST_REMEMBERED) break;
      written.delete(id);
    }
    write(due, at).catch(failed);
  };
}
