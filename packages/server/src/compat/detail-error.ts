import type { ProblemCode } from "@callnext/protocol";

/** A refusal in the words that the first document's pages know or show. The code is the one that fits best. */
export class DetailError extends Error {
  override readonly name = "DetailError";
  readonly status: number;
  readonly code: ProblemCode;

  constructor(status: number, code: ProblemCode, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}
