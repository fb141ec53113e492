import type { RequestOptions } from "../contract.ts";
import type { Environment, FetchOptions } from "../environment/environment.ts";
import { Timer } from "../environment/timer.ts";
import { CallnextError } from "./callnext-error.ts";
import { randomKey } from "./random-key.ts";
import { readAnswer } from "./read-answer.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

const DEFAULT_TIMEOUT_MS = 10_000;
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 250;

export interface HttpOptions {
  readonly environment: Environment;
  /** Empty: the page's own origin. */
  readonly baseUrl: string;
  readonly authorization: () => string | null;
}

/** Requests that end: a deadline over all attempts, and the same key on each of them. */
export class HttpClient {
  private readonly environment: Environment;
  private readonly options: HttpOptions;

  constructor(options: HttpOptions) {
    this.options = options;
    this.environment = options.environment;
  }

  async request(
    method: Method,
    path: string,
    body?: unknown,
    options: RequestOptions = {},
  ): Promise<unknown> {
    const key =
      options.idempotencyKey ?? (method === "GET" ? undefined : randomKey(() => this.environment.random()));
    const startedAt = this.environment.elapsed();
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const left = (): number => timeoutMs - (this.environment.elapsed() - startedAt);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(method, path, body, options, key, left());
      } catch (error) {
        if (!(error instanceof CallnextError) || !worthAnotherTry(error)) throw error;
        const pause = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + this.environment.random());
        if (attempt >= ATTEMPTS || pause >= left()) throw error;
        await this.pause(pause);
      }
    }
  }

  private async attempt(
    method: Method,
    path: string,
    body: unknown,
    options: RequestOptions,
    key: string | undefined,
    withinMs: number,
  ): Promise<unknown> {
    const controller = this.environment.abortController();
    const deadline = new Timer(this.environment);
    const late = new Promise<never>((_resolve, reject) => {
      deadline.start(withinMs, () => {
        reject(
          new CallnextError({
            status: 0,
            code: "timeout",
            detail: `No answer within ${Math.round(withinMs)} ms`,
            idempotencyKey: key,
          }),
        );
        controller?.abort();
      });
    });
    const url = `${this.options.baseUrl}/api/v1${path}`;
    const answer = this.environment
      .fetch(url, this.fetchOptions(method, body, options, key, controller))
      .then((response) => readAnswer(response, key))
      .catch((error: unknown) => {
        // A body cut off on its way is as unknown an answer as none at all.
        throw error instanceof CallnextError
          ? error
          : new CallnextError({ status: 0, code: "network", detail: String(error), idempotencyKey: key });
      });
    try {
      return await Promise.race([answer, late]);
    } finally {
      deadline.stop();
    }
  }

  private fetchOptions(
    method: Method,
    body: unknown,
    options: RequestOptions,
    key: string | undefined,
    controller: AbortController | null,
  ): FetchOptions {
    const authorization = this.options.authorization();
    return {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(authorization === null ? {} : { authorization }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: this.options.baseUrl === "" ? "same-origin" : "include",
      ...(controller ? { signal: controller.signal } : {}),
    };
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.environment.setTimeout(resolve, ms);
    });
  }
}

/** Only where the server surely is not working on it, or says so itself; a late answer is left to the caller. */
const worthAnotherTry = (error: CallnextError): boolean =>
  error.code === "network" || error.status === 502 || error.status === 503 || error.status === 504;
