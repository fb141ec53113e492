import type { Api } from "./api.ts";

/** A board's own key, got as a board gets it: by a code that somebody in charge enters. */
export async function pairBoard(
  board: Api,
  inCharge: Api,
  tenant: string,
  displayId: string,
): Promise<string> {
  const { body: pairing } = await board("POST", "/devices/pairings", {});
  const paired = await inCharge("POST", `${tenant}/devices`, { code: pairing.code, display_id: displayId });
  if (paired.status !== 201) throw new Error(`pairing gave ${paired.status} ${paired.body.code}`);
  const taken = await board("POST", `/devices/pairings/${pairing.pairing_id}/key`, {
    secret: pairing.secret,
  });
  return taken.body.key;
}
