export interface CallnextErrorFields {
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** The stable code of problem+json; `network`, `timeout` or `bad-answer` where the server gave none. */
  readonly code: string;
  readonly detail: string;
  readonly field?: string | undefined;
  /** The whole body of the answer, for codes that carry more (409 with the current order). */
  readonly body?: unknown;
  /** The key the write was sent with: sending it again with this key cannot take effect twice. */
  readonly idempotencyKey?: string | undefined;
}

/** Why a request did not give what was asked. */
export class CallnextError extends Error {
  override readonly name = "CallnextError";
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field: string | undefined;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;

  constructor(fields: CallnextErrorFields) {
    super(`${fields.code}: ${fields.detail}`);
    this.status = fields.status;
    this.code = fields.code;
    this.detail = fields.detail;
    this.field = fields.field;
    this.body = fields.body;
    this.idempotencyKey = fields.idempotencyKey;
  }

  /** Whether the server may not have seen it, or could not decide: the same request with the same key may be sent again. */
  get undecided(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}
