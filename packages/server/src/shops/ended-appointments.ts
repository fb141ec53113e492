import type { AppointmentId, AppointmentStatus, Command } from "@callnext/core";
import { isRowNumber } from "../storage/row-number.ts";
import type { BatchPlan, Result } from "./plan-batch.ts";
import type { Queryable } from "./queryable.ts";
import type { Submission } from "./shop-runtime.ts";

const TEXT = `select id, status from appointments where shop_id = $1 and not live and id = any($2::integer[])`;

interface Row {
  readonly id: AppointmentId;
  readonly status: AppointmentStatus;
}

/**
 * As `tellEnded` for appointments, which leave the live state when the next service day begins: what exists from
 * their status no more is told so.
 */
export async function tellEndedAppointments(
  database: Queryable,
  shopId: number,
  plan: BatchPlan,
  submissions: readonly Submission[],
): Promise<BatchPlan> {
  const ids = plan.results.map(unknownAppointment).filter((id) => id !== undefined);
  if (ids.length === 0) return plan;
  const answer = await database.query<Row>({ name: "ended-appointments", text: TEXT, values: [shopId, ids] });
  const statuses = new Map(answer.rows.map(({ id, status }) => [id, status]));
  const results = plan.results.map((result, index) => {
    const id = unknownAppointment(result);
    const status = id === undefined ? undefined : statuses.get(id);
    const command = submissions[index]?.command;
    if (id === undefined || status === undefined || command === undefined) return result;
    return wrongState(id, status, command.type);
  });
  return { ...plan, results };
}

function unknownAppointment(result: Result): AppointmentId | undefined {
  if (result.kind !== "decided" || result.stored.ok) return undefined;
  const { refusal } = result.stored;
  if (refusal.code !== "appointment-not-found") return undefined;
  return isRowNumber(refusal.appointmentId) ? refusal.appointmentId : undefined;
}

/** The steps' names as the rules say them in `wrong-appointment-state`. */
const STEPS: Partial<Record<Command["type"], string>> = {
  "release-slot": "release",
  "move-appointment": "move",
  "cancel-appointment": "cancel",
  "check-in-appointment": "check-in",
  "say-on-my-way": "on-my-way",
  "mark-appointment-late": "late",
  "mark-appointment-no-show": "no-show",
  "restore-appointment": "restore",
  "complete-appointment": "complete",
};

function wrongState(appointmentId: AppointmentId, status: AppointmentStatus, type: Command["type"]): Result {
  const refusal = {
    code: "wrong-appointment-state",
    appointmentId,
    status,
    wanted: STEPS[type] ?? type,
  } as const;
  return { kind: "decided", stored: { ok: false, refusal } };
}
