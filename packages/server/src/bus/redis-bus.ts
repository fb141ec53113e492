import type { Logger } from "pino";
import type { Bus } from "./bus.ts";
import { createCarriedBus } from "./carried-bus.ts";
import { hintTexts } from "./hint-text.ts";
import { type HoldOpen, keepOpen } from "./keep-open.ts";
import { ANSWER_WITHIN_MS, CHECK_EVERY_MS, OPEN_WITHIN_MS } from "./limits.ts";
import { pause } from "./pause.ts";
import { Echoes } from "./redis/echoes.ts";
import {
  type ChannelHeard,
  type OpenChannels,
  openChannels,
  type RedisChannel,
} from "./redis/open-channels.ts";
import { type RedisAddress, redisAddress } from "./redis/redis-address.ts";
import { RedisClients, type RedisPlace } from "./redis/redis-clients.ts";

export interface RedisBusOptions {
  /** `redis:` or `rediss:`; of a server alone, or of any of a cluster. */
  readonly url: string;
  readonly log: Logger;
}

interface LinkNeeds {
  readonly address: RedisAddress;
  /** Where this life of the link begins. */
  readonly start: RedisPlace;
  readonly heard: (text: string) => void;
  /** The channels while the link stands, with the servers of their cluster. */
  readonly linked: (open: OpenChannels) => void;
}

/** So many servers of a cluster are remembered, to begin with one of them when the URL's is away. */
const MOST_SERVERS = 32;

/** Hints by Redis or Valkey. Nothing is kept there. */
export function createRedisBus({ url, log }: RedisBusOptions): Bus {
  return createCarriedBus(log, (heard) => {
    const address = redisAddress(url);
    let channels: readonly RedisChannel[] = [];
    let servers: readonly RedisPlace[] = [address];
    let lives = 0;
    const linked = (open: OpenChannels): void => {
      channels = open.channels;
      if (open.servers.length > 0) servers = [address, ...open.servers].slice(0, MOST_SERVERS);
    };
    const hold: HoldOpen = (stop, opened) => {
      const start = servers[lives++ % servers.length] ?? address;
      return holdLink({ address, start, heard, linked }, stop, opened);
    };
    const link = keepOpen(hold, log, "the hints' link to Redis");
    return {
      carry: (hints, texts) => carryOver(channels, hints, texts),
      up: () => link.up(),
      [Symbol.asyncDispose]: () => link[Symbol.asyncDispose](),
    };
  });
}

/** A shop keeps to one channel; notes go by the first. */
async function carryOver(
  channels: readonly RedisChannel[],
  hints: ReadonlyMap<number, number>,
  texts: readonly string[],
): Promise<void> {
  const sent = channels.flatMap((channel, index) => {
    const own = channels.length === 1 ? hints : [...hints].filter(([id]) => id % channels.length === index);
    return [...hintTexts(own), ...(index === 0 ? texts : [])].map((text) => channel.publish(text));
  });
  await Promise.all(sent);
}

/** One life of the link: it is up once every channel has brought back what was sent on it. */
async function holdLink(needs: LinkNeeds, stop: AbortSignal, opened: () => void): Promise<void> {
  using clients = new RedisClients(needs.address);
  const echoes = new Echoes();
  const within = async <Result>(ms: number, work: Promise<Result>): Promise<Result> => {
    const late = pause(ms, stop, work).then(() => {
      throw new Error("no answer in time");
    });
    return await Promise.race([work, clients.lost, late]);
  };
  try {
    const heard: ChannelHeard = (channel, text) => {
      if (!echoes.take(channel, text)) needs.heard(text);
    };
    const open = await within(OPEN_WITHIN_MS, openChannels(clients, needs.start, needs.address.space, heard));
    const { channels } = open;
    await within(ANSWER_WITHIN_MS, echoes.all(channels));
    needs.linked(open);
    opened();
    while (!stop.aborted) {
      await pause(CHECK_EVERY_MS, stop, clients.lost);
      if (!stop.aborted) await within(ANSWER_WITHIN_MS, echoes.all(channels));
    }
  } finally {
    needs.linked({ channels: [], servers: [] });
  }
}
