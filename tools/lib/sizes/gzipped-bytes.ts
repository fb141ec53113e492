import { gzipSync } from "node:zlib";

/** What goes over the wire, each file compressed by itself. */
export function gzippedBytes(contents: readonly (string | Uint8Array)[]): number {
  return contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
}
