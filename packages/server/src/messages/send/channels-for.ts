import type { MessageChannel } from "../message.ts";
import type { Ways } from "../message-settings.ts";
import type { Contact } from "./contact.ts";

/** The ways that a message goes. `mailGoes`: the server has a mail server to hand mail to. */
export function channelsFor(ways: Ways, contact: Contact, mailGoes: boolean): readonly MessageChannel[] {
  const byPush = ways.push && contact.hasBrowser;
  const byMail = ways.mail && contact.email !== null;
  const isReached = byPush || (byMail && mailGoes);
  const bySms = contact.phone !== null && (ways.sms === "always" || (ways.sms !== "never" && !isReached));
  return [
    ...(byPush ? (["push"] as const) : []),
    ...(byMail ? (["mail"] as const) : []),
    ...(bySms ? (["sms"] as const) : []),
  ];
}
