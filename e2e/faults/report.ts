export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: "ms" | "MB" | "%" | "/s" | "";
  /** The most it may be; absent where it only tells the size of the run. */
  readonly bound?: number;
}

/** What one scenario came to. Without violations it held. */
export interface Report {
  readonly name: string;
  /** Each names what was broken, and where in the raw history. */
  readonly violations: readonly string[];
  readonly measures: readonly Measure[];
}
