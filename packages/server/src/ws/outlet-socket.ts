import type { RawData } from "ws";

/** What an outlet needs of a `ws` socket; a simulated network puts its own in place. */
export interface OutletSocket {
  readonly readyState: number;
  readonly OPEN: number;
  readonly bufferedAmount: number;
  on(event: "message", run: (data: RawData, isBinary: boolean) => void): unknown;
  on(event: "pong", run: () => void): unknown;
  on(event: "error", run: () => void): unknown;
  on(event: "close", run: () => void): unknown;
  send(part: Buffer, options: { readonly binary: boolean; readonly fin: boolean }, written: () => void): void;
  ping(): void;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** What an outlet needs of the stream under its socket. */
export interface OutletStream {
  cork(): void;
  uncork(): void;
}
