import { lookup } from "node:dns/promises";
import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { isPublicAddress } from "./is-public-address.ts";

export interface OutboundRules {
  /** Exact origins (`http://10.0.0.7:8080`) that whoever runs the server vouches for; all others are public and https. */
  readonly allowedOrigins: readonly string[];
  /** The addresses of a name; the machine's own resolver unless told. */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
  /** Certificates to trust beside the usual ones. */
  readonly ca?: string;
  readonly withinMs?: number;
}

export type OutboundFailure =
  /** Not https, or with a name and password in it. */
  | "url-refused"
  | "name-unknown"
  /** The name leads to an address that is not of the public internet. */
  | "address-refused"
  | "unreachable"
  | "too-slow"
  /** Redirects are not followed: what was checked is the address that was given. */
  | "redirected"
  | "answer-too-large";

export type OutboundAnswer =
  | { readonly ok: true; readonly status: number }
  /** `said`: all of it was handed over before the connection was lost, so that it may have come through. */
  | { readonly ok: false; readonly failure: OutboundFailure; readonly said?: true };

const WITHIN_MS = 10_000;
const MOST_ANSWER_BYTES = 64 * 1024;
const MOST_ANSWER_HEADER_BYTES = 16 * 1024;

class Refused extends Error {
  readonly failure: OutboundFailure;
  constructor(failure: OutboundFailure) {
    super(failure);
    this.failure = failure;
  }
}

/** Sends a body to an address that somebody typed into a form. Reaches nothing but what anyone on the internet could. */
export async function guardedPost(
  rules: OutboundRules,
  { url, headers, body }: { url: string; headers: Readonly<Record<string, string>>; body: string | Buffer },
): Promise<OutboundAnswer> {
  let said = false;
  try {
    const target = targetOf(url, rules);
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const request = open(target, rules, headers);
    const late = setTimeout(() => request.destroy(new Refused("too-slow")), rules.withinMs ?? WITHIN_MS);
    request.on("error", reject);
    request.on("finish", () => (said = true));
    request.on("response", (response) => {
      readStatus(request, response).then(resolve, reject);
    });
    request.end(body);
    const status = await promise.finally(() => clearTimeout(late));
    return { ok: true, status };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, failure: error.failure };
    return { ok: false, failure: "unreachable", ...(said ? { said } : {}) };
  }
}

/** Whether an address may be asked for at all; what its name leads to shows when it is. */
export function mayBeTarget(url: string, rules: Pick<OutboundRules, "allowedOrigins">): boolean {
  try {
    targetOf(url, rules);
    return true;
  } catch {
    return false;
  }
}

function targetOf(text: string, { allowedOrigins }: Pick<OutboundRules, "allowedOrigins">): URL {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") throw new Refused("url-refused");
  if (allowedOrigins.includes(url.origin)) return url;
  if (url.protocol !== "https:") throw new Refused("url-refused");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new Refused("address-refused");
  return url;
}

function open(url: URL, rules: OutboundRules, headers: Readonly<Record<string, string>>): ClientRequest {
  const isAllowed = rules.allowedOrigins.includes(url.origin);
  const options = {
    method: "POST",
    headers,
    // A connection of its own, which was checked for this request.
    agent: false,
    lookup: checkedLookup(rules, isAllowed),
    maxHeaderSize: MOST_ANSWER_HEADER_BYTES,
    ...(rules.ca === undefined ? {} : { ca: rules.ca }),
  };
  return url.protocol === "https:" ? requestHttps(url, options) : requestHttp(url, options);
}

/** The connection goes to the very addresses that were looked at: a name that leads elsewhere a moment later misses. */
function checkedLookup({ resolve = resolveName }: OutboundRules, isAllowed: boolean): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) return done(new Refused("name-unknown"), "");
        if (!isAllowed && !addresses.every(isPublicAddress)) return done(new Refused("address-refused"), "");
        const all = addresses.map((address) => ({ address, family: isIP(address) }));
        if (options.all === true) return done(null, all);
        return done(null, first, isIP(first));
      },
      () => done(new Refused("name-unknown"), ""),
    );
  };
}

async function resolveName(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}

/** Reads the answer to its end, so that the other side is not cut off, and keeps none of it. */
async function readStatus(request: ClientRequest, response: IncomingMessage): Promise<number> {
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400) {
    request.destroy();
    throw new Refused("redirected");
  }
  let bytes = 0;
  for await (const chunk of response) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_ANSWER_BYTES) throw new Refused("answer-too-large");
  }
  return status;
}
