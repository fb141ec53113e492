import { isoTime } from "@callnext/core";
import type { messageBodies } from "@callnext/protocol";
import { COST_UNIT } from "../../messages/message-settings.ts";
import type { MessageRow } from "../../messages/send/message-row.ts";

export function messageOnWire(row: MessageRow): messageBodies.MessageOnWire {
  const { id, kind, channel, status, reason, attempts } = row;
  return {
    ...{ id, kind, channel, status, reason, attempts },
    shop_id: row.shop_id,
    appointment_id: row.appointment_id,
    ticket_id: row.ticket_id,
    cost: row.cost / COST_UNIT,
    due_at: isoTime(row.due_at.getTime()),
    valid_until: isoTime(row.valid_until.getTime()),
    updated_at: isoTime(row.updated_at.getTime()),
  };
}
