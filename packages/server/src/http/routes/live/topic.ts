import { live } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { may } from "../../../people/permissions.ts";
import type { ShopSnapshot } from "../../../shops/shop-runtime.ts";
import { boardsPlace } from "../../../stream/boards/boards-place.ts";
import { boardsView } from "../../../stream/boards/boards-view.ts";
import { isForStaff, parseTopicName, project, type TopicAddress } from "../../../stream/topic-name.ts";
import type { Projection } from "../../../stream/view-source.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, NoContent, TAGS } from "../../core/describe-route.ts";
import { freshSnapshotOf } from "../../core/find-place.ts";
import { requireSession } from "../../core/gate.ts";
import { addressed } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";

/** Live topics over HTTP, for clients that no socket reaches. */
export function topic(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/topics/:name",
    schema: {
      operationId: "topic",
      summary: "A live topic's newest view, as a socket's `snapshot` frame gives it",
      description:
        "With `epoch` and `seq` of what you have: 204 where that is the newest. Names are those of `/ws/v1`.",
      tags: [TAGS.live],
      params: z.object({ name: addressed }),
      querystring: z.object({ epoch: z.string().max(100).optional(), seq: z.string().max(20).optional() }),
      response: {
        ...answers(200, live.TopicAnswer, [
          "unauthenticated",
          "topic-unknown",
          "display-unknown",
          "display-inactive",
        ]),
        204: NoContent,
      },
    },
    async handler(request, reply) {
      const { name } = request.params;
      const address = parseTopicName(name);
      if (address === undefined)
        throw new ProblemError(name.startsWith("display:") ? "display-unknown" : "topic-unknown");
      const shopId = await authorisedShop(request, context, address);
      const snapshot = await freshSnapshotOf(context, shopId);
      const { epoch, to, projection } = newest(address, snapshot, context);
      if (!projection.open) throw displayProblem(projection.code);
      void reply.header("cache-control", "no-store");
      if (request.query.epoch === epoch && request.query.seq === String(to))
        return reply.code(204).send(null);
      return reply.code(200).send({ topic: name, epoch, to, view: projection.view });
    },
  });
}

interface Newest {
  readonly epoch: string;
  readonly to: number;
  readonly projection: Projection;
}

function newest(address: TopicAddress, snapshot: ShopSnapshot, { boards }: Context): Newest {
  const { epoch, state } = snapshot;
  if (address.audience !== "boards") return { epoch, to: state.seq, projection: project(address, snapshot) };
  const place = boardsPlace(boards, snapshot);
  const view = { ...boardsView(boards.of(state.shop.id), state) };
  return { epoch: place.epoch, to: place.seq, projection: { open: true, view } };
}

async function authorisedShop(
  request: FastifyRequest,
  context: Context,
  address: TopicAddress,
): Promise<number> {
  if (address.audience === "display") {
    const place = await context.directory.placeOf("display", address.displayId);
    if (place === undefined) throw new ProblemError("display-unknown");
    return place.shopId;
  }
  const session = isForStaff(address) ? await requireSession(request, context) : null;
  const place = await context.directory.shop(address.shopId);
  const member = session?.memberships.find(({ tenant }) => tenant.id === place?.tenantId);
  if (place === undefined || (session !== null && member === undefined))
    throw new ProblemError("topic-unknown");
  if (member !== undefined && !may(member.role, "see-shops")) throw new ProblemError("forbidden");
  return place.shopId;
}

function displayProblem(code: string): ProblemError {
  if (code === "display-inactive" || code === "display-without-queues") return new ProblemError(code);
  return new ProblemError("display-unknown");
}
