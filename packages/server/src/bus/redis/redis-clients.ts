import { isIP } from "node:net";
import { createClient } from "@redis/client";
import { OPEN_WITHIN_MS } from "../limits.ts";
import type { RedisAddress } from "./redis-address.ts";

export type RedisClient = ReturnType<typeof makeClient>;

/** A server may not know its own name: then it is the one that was asked. */
export interface RedisPlace {
  readonly host: string;
  readonly port: number;
}

/** The connections of one link. They stand and fall together: one that is lost takes the others with it. */
export class RedisClients implements Disposable {
  readonly #address: RedisAddress;
  readonly #clients: RedisClient[] = [];
  readonly #lost = Promise.withResolvers<never>();

  constructor(address: RedisAddress) {
    this.#address = address;
    this.#lost.promise.catch(() => undefined);
  }

  /** Rejects when the first of them is lost. */
  get lost(): Promise<never> {
    return this.#lost.promise;
  }

  /** To the server of the URL, or another of its cluster. */
  async connect(place: RedisPlace): Promise<RedisClient> {
    const client = makeClient({ ...this.#address, host: place.host || this.#address.host, port: place.port });
    this.#clients.push(client);
    client.on("error", (error: unknown) => this.#lost.reject(error));
    client.on("sharded-channel-moved", () =>
      this.#lost.reject(new Error("a channel moved to another server")),
    );
    await client.connect();
    return client;
  }

  [Symbol.dispose](): void {
    this.#lost.reject(new Error("the link was closed"));
    for (const client of this.#clients) if (client.isOpen) client.destroy();
  }
}

function makeClient({ host, port, tls, username, password }: RedisAddress) {
  // Opening again is the link's own work: the library's would go on with half of a cluster.
  const socket = { host, port, connectTimeout: OPEN_WITHIN_MS, reconnectStrategy: false as const };
  const name = isIP(host) === 0 ? { servername: host } : {};
  return createClient({
    name: "callnext-hints",
    socket: tls ? { ...socket, ...name, tls: true } : socket,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: "disabled",
  });
}
