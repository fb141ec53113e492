/** Only back into the console: a link must not lead somebody who just signed in to another site. */
export function searchThen(search: Record<string, unknown>): { then?: string } {
  const then = search["then"];
  return typeof then === "string" && /^\/(console|setup)(\/|$)/.test(then) ? { then } : {};
}
