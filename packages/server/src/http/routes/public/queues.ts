import { publicBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { requireInForce, snapshotOf } from "../../core/find-place.ts";
import { Tenant } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { publicQueueInfo } from "../../wire/public-queue-info.ts";

export function publicQueues(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/tenants/:slug/queues/",
    schema: {
      operationId: "publicQueues",
      summary: "The queues of an organisation, in all its shops",
      tags: [TAGS.visitors],
      security: [],
      params: Tenant,
      response: answers(200, publicBodies.PublicQueues, ["tenant-not-found", "tenant-suspended"]),
    },
    config: { authorisation: { kind: "public", why: "how long the lines are, for deciding to come" } },
    async handler(request) {
      const tenant = await context.directory.tenant(request.params.slug);
      if (tenant === undefined) throw new ProblemError("tenant-not-found");
      const ids = await context.directory.shopIds(tenant.id);
      const snapshots = await Promise.all(ids.map((id) => snapshotOf(context, id)));
      for (const snapshot of snapshots) requireInForce(snapshot);
      const queues = snapshots.flatMap((snapshot) =>
        [...snapshot.state.queues.values()]
          .filter((queue) => !queue.archived)
          .toSorted((a, b) => a.rank - b.rank)
          .map((queue) => publicQueueInfo(queue, snapshot, context.now())),
      );
      return { tenant_name: tenant.name, tenant_slug: tenant.slug, queues };
    },
  });
}
