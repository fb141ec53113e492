import type { FastifyRequest } from "fastify";
import { may } from "../../../people/permissions.ts";
import { accessOf } from "../../core/gate.ts";
import type { Sight } from "../../wire/appointment-answer.ts";

/** Whether whoever passed the gate is told whose an appointment is. */
export function sightOf(request: FastifyRequest): Sight {
  return may(accessOf(request).membership.role, "see-visitors") ? "full" : "masked";
}
