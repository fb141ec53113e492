/** As much of a request as the simulated API looks at. */
export interface HttpRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly authorization: string | null;
  readonly idempotencyKey: string | null;
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** Undefined for 204. */
  readonly body?: object;
}

export const problem = (status: number, code: string, more: object = {}): HttpAnswer => ({
  status,
  body: { type: "about:blank", title: code, status, code, detail: code, ...more },
});
