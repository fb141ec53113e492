import { staffView } from "@callnext/core";
import type { Done } from "../../commands/run-command.ts";
import { entity } from "./entity.ts";

export function queueAnswer({ answer, snapshot }: Done, queueId: string) {
  return { queue: { ...entity(staffView(snapshot).queues, queueId) }, seq: answer.seq, epoch: answer.epoch };
}
