/** Why there is nothing to show, by its name in the catalogues. */
export type LiteFault = "loading" | "unknown" | "inactive" | "suspended" | "withoutQueues";

/** Null where the code says nothing about the board: a network that is away, a limit reached. */
export function liteFaultOf(code: string | null): LiteFault | null {
  switch (code) {
    case "display-unknown":
      return "unknown";
    case "display-inactive":
      return "inactive";
    case "tenant-suspended":
      return "suspended";
    case "display-without-queues":
      return "withoutQueues";
    default:
      return null;
  }
}

/** Either the key is not taken, or what it opens is not for us. */
export function isForeign(code: string | null): boolean {
  return code === "display-not-public" || code === "unauthenticated";
}
