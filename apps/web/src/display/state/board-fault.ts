/** Why a board has nothing to show. */
export type BoardFault = "unknown" | "inactive" | "without-queues";

const BY_CODE: Readonly<Record<string, BoardFault>> = {
  "display-unknown": "unknown",
  "display-not-found": "unknown",
  "topic-unknown": "unknown",
  "display-inactive": "inactive",
  "display-without-queues": "without-queues",
};

export function faultOfCode(code: string | null): BoardFault | null {
  return code === null ? null : (BY_CODE[code] ?? null);
}
