/** Why a board has nothing to show. */
export type BoardFault = "unknown" | "inactive" | "without-queues" | "not-public" | "suspended";

const BY_CODE: Readonly<Record<string, BoardFault>> = {
  "display-unknown": "unknown",
  "display-not-found": "unknown",
  "topic-unknown": "unknown",
  "display-not-public": "not-public",
  "display-inactive": "inactive",
  "tenant-suspended": "suspended",
  "display-without-queues": "without-queues",
};

export function faultOfCode(code: string | null): BoardFault | null {
  return code === null ? null : (BY_CODE[code] ?? null);
}
