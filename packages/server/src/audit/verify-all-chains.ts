import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { asOwner, type Owner } from "../storage/as-owner.ts";
import { mustBeSetUp, withOwner } from "../storage/with-owner.ts";
import { verifyChain, type Verification } from "./verify-chain.ts";

export interface VerifiedChain {
  /** The organisation's short name; null: the platform's own chain. */
  readonly tenant: string | null;
  readonly found: Verification;
}

const AT_ONCE = 100_000;

/** Recomputes every chain of the configured database from its oldest entry to its newest. */
export async function verifyAllChains(config: Config, log: Logger): Promise<readonly VerifiedChain[]> {
  return await withOwner(config, log, (address) => {
    mustBeSetUp(address);
    return asOwner(address.connectionString, verifyAll);
  });
}

async function verifyAll({ db }: Owner): Promise<readonly VerifiedChain[]> {
  const chains = await db
    .selectFrom("audit_heads")
    .leftJoin("tenants", "tenants.id", "audit_heads.tenant_id")
    .select(["audit_heads.tenant_id as tenantId", "tenants.slug as tenant"])
    .orderBy("audit_heads.chain")
    .execute();
  const verified: VerifiedChain[] = [];
  for (const { tenantId, tenant } of chains) {
    const found = await verifyWhole(db, tenantId);
    if (found !== null) verified.push({ tenant, found });
  }
  return verified;
}

async function verifyWhole(db: Owner["db"], tenantId: number | null): Promise<Verification | null> {
  for (let after: number | null = null; ;) {
    const found = await verifyChain(db, tenantId, { after, most: AT_ONCE });
    if (found?.state !== "unfinished") return found;
    after = found.to;
  }
}
