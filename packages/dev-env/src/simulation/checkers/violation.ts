/** A promise that a run broke, by the id that PROMISES gives it. */
export interface Violation {
  readonly promise: string;
  readonly text: string;
}
