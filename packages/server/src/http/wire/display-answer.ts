import type { Done } from "../../commands/run-command.ts";
import { displayOnWire } from "./display-on-wire.ts";

export function displayAnswer({ answer, snapshot }: Done, displayId: string) {
  const display = snapshot.state.displays.get(displayId);
  if (display === undefined)
    throw new Error(`display ${displayId} is missing from the state after its command`);
  return { display: displayOnWire(display), seq: answer.seq, epoch: answer.epoch };
}
