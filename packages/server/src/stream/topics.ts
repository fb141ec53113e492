import { Shared } from "./shared.ts";
import type { ShopFeeds } from "./shop-feed.ts";
import type { Timers } from "./timers.ts";
import { project, type TopicAddress } from "./topic-name.ts";
import { ViewTopic } from "./view-topic.ts";

export interface TopicLease extends Disposable {
  readonly topic: ViewTopic;
}

export interface WantedTopic {
  readonly name: string;
  readonly shopId: number;
  readonly address: TopicAddress;
  readonly allowed: (tenantId: number) => boolean;
}

/** The audiences that have listeners; one that nobody listens to is not kept. */
export interface Topics {
  readonly size: number;
  /** Undefined for an unknown shop and for one that is not allowed: who may not see it learns nothing of it. */
  open(wanted: WantedTopic): Promise<TopicLease | undefined>;
}

export function createTopics(feeds: ShopFeeds, timers: Timers): Topics {
  const topics = new Shared<ViewTopic>();
  return {
    get size() {
      return topics.size;
    },
    async open({ name, shopId, address, allowed }) {
      const shop = await feeds.open(shopId);
      if (shop === undefined) return undefined;
      const { feed } = shop;
      if (!allowed(feed.current.tenant.id)) {
        shop[Symbol.dispose]();
        return undefined;
      }
      const lease = topics.lease(
        name,
        () => new ViewTopic({ name, feed, timers, project: (snapshot) => project(address, snapshot) }),
      );
      return {
        topic: lease.value,
        [Symbol.dispose]() {
          lease[Symbol.dispose]();
          shop[Symbol.dispose]();
        },
      };
    },
  };
}
