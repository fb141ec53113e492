import type { RedisClient, RedisClients, RedisPlace } from "./redis-clients.ts";

/** A channel that is subscribed to, on the server that it lives on. */
export interface RedisChannel {
  readonly name: string;
  publish(text: string): Promise<unknown>;
}

/** What comes of one channel; whoever listens learns which. */
export type ChannelHeard = (channel: string, text: string) => void;

/** In a cluster the hints are spread over so many channels, and these over its servers. */
const CLUSTER_CHANNELS = 16;

export interface OpenChannels {
  readonly channels: readonly RedisChannel[];
  /** The servers of a cluster: any of them can tell the way when the one of the URL is away. */
  readonly servers: readonly RedisPlace[];
}

/** Subscribes: to one channel of a server alone, to sharded ones of a cluster, each on the server that owns it. */
export async function openChannels(
  clients: RedisClients,
  start: RedisPlace,
  space: string,
  heard: ChannelHeard,
): Promise<OpenChannels> {
  const first = await clients.connect(start);
  const { mode } = await first.hello();
  if (mode === "sentinel") throw new Error("this is a sentinel; name the server itself");
  if (mode === "cluster") return await openSharded(clients, first, space, heard);
  const name = `callnext:${space}:hints`;
  await first.subscribe(name, (text) => heard(name, text));
  return { channels: [{ name, publish: (text) => first.publish(name, text) }], servers: [] };
}

async function openSharded(
  clients: RedisClients,
  first: RedisClient,
  space: string,
  heard: ChannelHeard,
): Promise<OpenChannels> {
  const ranges = await first.clusterSlots();
  const names = Array.from({ length: CLUSTER_CHANNELS }, (_, index) => `callnext:${space}:hints:${index}`);
  const slots = await Promise.all(names.map((name) => first.clusterKeySlot(name)));
  first.destroy();
  const opened = new Map<string, Promise<RedisClient>>();
  const channels = await Promise.all(
    names.map(async (name, index) => {
      const slot = slots[index] ?? -1;
      const owner = ranges.find(({ from, to }) => from <= slot && slot <= to)?.master;
      if (owner === undefined) throw new Error("a part of the cluster is served by nobody");
      const place = `${owner.host}:${owner.port}`;
      const opening = opened.get(place) ?? clients.connect(owner);
      opened.set(place, opening);
      const client = await opening;
      await client.sSubscribe(name, (text) => heard(name, text));
      return { name, publish: (text: string) => client.sPublish(name, text) };
    }),
  );
  return { channels, servers: ranges.flatMap(({ master, replicas }) => [master, ...replicas]) };
}
