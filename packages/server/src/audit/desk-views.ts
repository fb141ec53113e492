import type { AuditActor } from "./audit-entry.ts";
import type { AuditTrail } from "./audit-trail.ts";

/** Somebody begins to see who the visitors of a shop are. */
export interface DeskView {
  readonly tenantId: number;
  readonly shopId: number;
  readonly actor: AuditActor;
  /** By what they got in, `session:…`; only to count them, never kept. */
  readonly credential: string;
  readonly ip: string;
}

export interface DeskViews {
  /** Notes the first look of each credential at each shop in each hour. */
  seen(view: DeskView): Promise<void>;
}

const HOUR_MS = 3_600_000;
const MOST_REMEMBERED = 20_000;

/** Each node counts for itself: somebody who moves between nodes may be noted once by each. */
export function createDeskViews(audit: AuditTrail, now: () => number): DeskViews {
  /** The hour of the last entry, by credential and shop; oldest entry first. */
  const hours = new Map<string, number>();
  return {
    async seen({ tenantId, shopId, actor, credential, ip }) {
      const key = `${shopId} ${credential}`;
      const hour = Math.floor(now() / HOUR_MS);
      if (hours.get(key) === hour) return;
      hours.delete(key);
      hours.set(key, hour);
      const [oldest] = hours.keys();
      if (hours.size > MOST_REMEMBERED && oldest !== undefined) hours.delete(oldest);
      const subject = `shop:${shopId}`;
      try {
        await audit.note({ tenantId, actor, action: "desk-viewed", subject, shopId, ip });
      } catch (error) {
        hours.delete(key);
        throw error;
      }
    },
  };
}
