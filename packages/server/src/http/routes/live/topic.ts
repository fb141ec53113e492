import { live } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { membershipsOf } from "../../../people/caller.ts";
import { membershipsSeeing } from "../../../people/memberships-seeing.ts";
import type { ShopSnapshot } from "../../../shops/shop-runtime.ts";
import { boardsPlace } from "../../../stream/boards/boards-place.ts";
import { boardsView } from "../../../stream/boards/boards-view.ts";
import {
  namesVisitors,
  type Sight,
  sightOf,
  TOPIC_AUTHORISATION,
} from "../../../stream/topic-authorisation.ts";
import { parseTopicName, project, type TopicAddress } from "../../../stream/topic-name.ts";
import type { Projection } from "../../../stream/view-source.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, NoContent, TAGS } from "../../core/describe-route.ts";
import { freshSnapshotOf, requireInForce } from "../../core/find-place.ts";
import { requireCaller } from "../../core/gate.ts";
import { noteView } from "../../core/note-view.ts";
import { addressed } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { requireWatch } from "../../core/require-watch.ts";

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
          "display-not-public",
          "tenant-suspended",
        ]),
        204: NoContent,
      },
    },
    config: {
      authorisation: { kind: "inside", by: "what the topic declares (stream/topic-authorisation.ts)" },
    },
    async handler(request, reply) {
      const { name } = request.params;
      const address = parseTopicName(name);
      if (address === undefined)
        throw new ProblemError(name.startsWith("display:") ? "display-unknown" : "topic-unknown");
      const { shopId, sight } = await authorised(request, context, address);
      const snapshot = await freshSnapshotOf(context, shopId);
      requireInForce(snapshot);
      if (address.audience === "display") await requireWatch(request, context, snapshot, address.displayId);
      const { epoch, to, projection } = newest(address, snapshot, sight, context);
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

function newest(
  address: TopicAddress,
  snapshot: ShopSnapshot,
  sight: Exclude<Sight, "nothing">,
  { boards }: Context,
): Newest {
  const { epoch, state } = snapshot;
  if (address.audience !== "boards")
    return { epoch, to: state.seq, projection: project(address, snapshot, sight) };
  const place = boardsPlace(boards, snapshot);
  const view = { ...boardsView(boards.of(state.shop.id), state) };
  return { epoch: place.epoch, to: place.seq, projection: { open: true, view } };
}

/** The topic's shop, and how much of it the caller sees. */
async function authorised(
  request: FastifyRequest,
  context: Context,
  address: TopicAddress,
): Promise<{ readonly shopId: number; readonly sight: Exclude<Sight, "nothing"> }> {
  const { audience } = address;
  const isOfStaff = TOPIC_AUTHORISATION[audience].kind === "action";
  const caller = isOfStaff ? await requireCaller(request, context) : null;
  const memberships = caller === null ? [] : membershipsOf(caller);
  const place =
    audience === "display"
      ? await context.directory.placeOf("display", address.displayId)
      : await context.directory.shop(address.shopId);
  const sight =
    place === undefined
      ? "nothing"
      : sightOf(address, await membershipsSeeing(context.directory, memberships, place.shopId), place);
  if (place === undefined || sight === "nothing")
    throw new ProblemError(audience === "display" ? "display-unknown" : "topic-unknown");
  if (namesVisitors(address) && caller !== null) await noteView(request, context, caller, place);
  return { shopId: place.shopId, sight };
}

function displayProblem(code: string): ProblemError {
  if (code === "display-inactive" || code === "display-without-queues") return new ProblemError(code);
  return new ProblemError("display-unknown");
}
