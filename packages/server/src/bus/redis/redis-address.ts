/** What a REDIS_URL says. */
export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** The URL's database number. Channels know no databases: it only keeps installations on one server apart. */
  readonly space: string;
}

const USUAL_PORT = 6_379;

/** The URL was checked when the config was read. */
export function redisAddress(text: string): RedisAddress {
  const url = new URL(text);
  const part = (value: string): string | undefined => (value === "" ? undefined : decodeURIComponent(value));
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? USUAL_PORT : Number(url.port),
    tls: url.protocol === "rediss:",
    username: part(url.username),
    password: part(url.password),
    space: url.pathname.slice(1) || "0",
  };
}
