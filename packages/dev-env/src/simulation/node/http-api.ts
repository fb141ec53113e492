import { type CommandOutcome, parseTopicName, project } from "@callnext/server/simulation";
import { type HttpAnswer, type HttpRequest, problem } from "./http-message.ts";
import type { SimulatedRuntime } from "./runtime.ts";
import { type CommandBody, type NewIds, readCommand } from "./read-command.ts";

export interface HttpApiOptions extends NewIds {
  readonly runtime: SimulatedRuntime;
  readonly shopId: number;
}

const TOPIC = "/api/v1/topics/";

const onWire = (outcome: CommandOutcome): HttpAnswer => {
  if (outcome.ok) {
    const { seq, epoch, ticket, appointment } = outcome.answer;
    return {
      status: 200,
      body: {
        seq,
        epoch,
        ticket: ticket && { id: ticket.id, number: ticket.number, status: ticket.status },
        ...(appointment && { appointment: { id: appointment.id, status: appointment.status } }),
      },
    };
  }
  const { refusal } = outcome;
  if (refusal.code === "unavailable" || refusal.code === "too-busy") return problem(503, refusal.code);
  if (refusal.code === "idempotency-mismatch") return problem(422, refusal.code);
  return problem(409, refusal.code, {
    ...("ticketId" in refusal ? { ticket_id: refusal.ticketId } : {}),
    ...("status" in refusal ? { ticket_status: refusal.status } : {}),
  });
};

/** The commands and the polled topics of the native API, over the runtime of one node. */
export class HttpApi {
  readonly #options: HttpApiOptions;

  constructor(options: HttpApiOptions) {
    this.#options = options;
  }

  async answer(request: HttpRequest): Promise<HttpAnswer> {
    const [path = "", query = ""] = request.path.split("?", 2);
    try {
      if (path.startsWith(TOPIC))
        return await this.#topic(decodeURIComponent(path.slice(TOPIC.length)), new URLSearchParams(query));
      return await this.#command(path, request);
    } catch {
      return problem(503, "unavailable");
    }
  }

  async #topic(name: string, have: URLSearchParams): Promise<HttpAnswer> {
    const address = parseTopicName(name);
    if (address === undefined || address.audience === "boards") return problem(404, "topic-unknown");
    const snapshot = await this.#options.runtime.freshSnapshot();
    if (snapshot === undefined) return problem(404, "topic-unknown");
    const projection = project(address, snapshot);
    if (!projection.open) return problem(404, projection.code);
    const { epoch, state } = snapshot;
    if (have.get("epoch") === epoch && have.get("seq") === String(state.seq)) return { status: 204 };
    return { status: 200, body: { topic: name, epoch, to: state.seq, view: projection.view } };
  }

  async #command(path: string, request: HttpRequest): Promise<HttpAnswer> {
    const { runtime, shopId } = this.#options;
    const body = JSON.parse(request.body) as CommandBody;
    const command = readCommand(path, body, this.#options);
    if (command === undefined) return problem(404, "not-found");
    const staffId = Number(request.authorization ?? 0);
    const key = request.idempotencyKey;
    const outcome = await runtime.submit({
      shopId,
      by: { kind: "staff", id: staffId },
      command,
      ref: body.operation,
      ...(command.type === "issue-ticket"
        ? { person: { fullName: body.operation, phone: null, email: null } }
        : {}),
      ...(key === null
        ? {}
        : {
            idempotency: {
              key,
              actor: `staff:${staffId}`,
              route: request.method + path,
              bodyHash: request.body,
            },
          }),
    });
    return onWire(outcome);
  }
}
