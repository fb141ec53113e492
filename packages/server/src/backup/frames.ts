/** What a frame of a backup holds: header, rows of a table, end of a table, footer. */
export type FrameKind = "H" | "D" | "E" | "F";

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

const HEAD_BYTES = 5;
/** Nothing larger is written, and nothing larger is read. */
export const LARGEST_PAYLOAD = 1_048_576;
const KINDS = new Set(["H", "D", "E", "F"]);

/** One letter, the payload's length (32 bits, big-endian), the payload. */
export function encodeFrame(kind: FrameKind, payload: Buffer): Buffer {
  if (payload.length > LARGEST_PAYLOAD) throw new RangeError("a frame of a backup is too large");
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(kind, "latin1");
  head.writeUInt32BE(payload.length, 1);
  return Buffer.concat([head, payload]);
}

/** Takes a stream apart into its frames; throws where it is none, or ends within one. */
export async function* decodeFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest = Buffer.alloc(0);
  for await (const chunk of source) {
    rest = Buffer.concat([rest, chunk]);
    let at = 0;
    while (rest.length - at >= HEAD_BYTES) {
      const kind = rest.toString("latin1", at, at + 1);
      const length = rest.readUInt32BE(at + 1);
      if (!isKind(kind) || length > LARGEST_PAYLOAD) throw new Error("not a frame");
      if (rest.length - at - HEAD_BYTES < length) break;
      at += HEAD_BYTES + length;
      yield { kind, payload: rest.subarray(at - length, at) };
    }
    rest = rest.subarray(at);
  }
  if (rest.length > 0) throw new Error("the last frame is cut off");
}

function isKind(letter: string): letter is FrameKind {
  return KINDS.has(letter);
}
