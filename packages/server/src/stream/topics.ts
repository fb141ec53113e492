import type { Boards } from "./boards/boards.ts";
import { boardsSource } from "./boards/boards-source.ts";
import { Shared } from "./shared.ts";
import type { ShopFeed, ShopFeeds } from "./shop-feed.ts";
import { shopSource } from "./shop-source.ts";
import type { Timers } from "./timers.ts";
import type { Sight } from "./topic-authorisation.ts";
import type { TopicAddress } from "./topic-name.ts";
import { ViewTopic } from "./view-topic.ts";

export interface TopicLease extends Disposable {
  readonly topic: ViewTopic;
  /** The shop it is about. */
  readonly shop: ShopFeed;
}

export interface WantedTopic {
  readonly name: string;
  readonly shopId: number;
  readonly address: TopicAddress;
  /** How much of it who asks for it may see, in a shop of this tenant. */
  readonly sight: (tenantId: number) => Sight;
}

/** The audiences that have listeners; one that nobody listens to is not kept. */
export interface Topics {
  readonly size: number;
  /** Undefined for an unknown shop and for one that is not allowed: who may not see it learns nothing of it. */
  open(wanted: WantedTopic): Promise<TopicLease | undefined>;
}

export interface TopicsDependencies {
  readonly feeds: ShopFeeds;
  readonly boards: Boards;
  readonly timers: Timers;
}

export function createTopics({ feeds, boards, timers }: TopicsDependencies): Topics {
  const topics = new Shared<ViewTopic>();
  return {
    get size() {
      return topics.size;
    },
    async open({ name, shopId, address, sight: sightIn }) {
      const shop = await feeds.open(shopId);
      if (shop === undefined) return undefined;
      const { feed } = shop;
      const sight = sightIn(feed.current.tenant.id);
      if (sight === "nothing") {
        shop[Symbol.dispose]();
        return undefined;
      }
      const lease = topics.lease(`${sight} ${name}`, () => {
        const source =
          address.audience === "boards" ? boardsSource(feed, boards) : shopSource(feed, address, sight);
        return new ViewTopic({ name, source, timers });
      });
      return {
        topic: lease.value,
        shop: feed,
        [Symbol.dispose]() {
          lease[Symbol.dispose]();
          shop[Symbol.dispose]();
        },
      };
    },
  };
}
