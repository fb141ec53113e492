/** What a route's operation is called once it is done. */
const DONE: Readonly<Record<string, string>> = {
  add: "added",
  archive: "archived",
  change: "changed",
  confirm: "confirmed",
  create: "created",
  delete: "deleted",
  invite: "invited",
  make: "made",
  pair: "paired",
  remove: "removed",
  rename: "renamed",
  reset: "reset",
  resend: "sent-again",
  restore: "restored",
  revoke: "revoked",
  rotate: "rotated",
  run: "run",
  set: "set",
  withdraw: "withdrawn",
};

/** `changeDisplay` becomes `display-changed`, about a display. An operation of another form keeps its own words. */
export function auditNameOf(operationId: string): { readonly action: string; readonly subject: string } {
  const words = operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).split("-");
  const [verb = "", ...thing] = words;
  const done = DONE[verb];
  const subject = thing
    .map((word, index) => (index === 0 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join("");
  return {
    action: done === undefined || thing.length === 0 ? words.join("-") : [...thing, done].join("-"),
    subject,
  };
}
