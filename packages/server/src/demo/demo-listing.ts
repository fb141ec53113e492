import type { demoBodies } from "@callnext/protocol";
import type { Directory } from "../people/directory.ts";
import type { Staffing } from "../people/staffing.ts";
import type { ShopRuntime, ShopSnapshot } from "../shops/shop-runtime.ts";
import { DEMO } from "./demo-plan.ts";

export interface ListingTools {
  readonly directory: Directory;
  readonly staffing: Staffing;
  readonly runtime: ShopRuntime;
}

/** What the demo consists of now, its accounts included; empty where this database is not the demo. */
export async function demoListing({
  directory,
  staffing,
  runtime,
}: ListingTools): Promise<demoBodies.DemoAnswer> {
  const tenants: demoBodies.DemoAnswer["tenants"] = [];
  for (const { slug, staff } of DEMO) {
    const tenant = await directory.tenant(slug);
    if (tenant === undefined) continue;
    const demoEmails = new Set(staff.map(({ email }) => email));
    const members = (await staffing.list(tenant.id)).filter(
      ({ email, active }) => active && demoEmails.has(email),
    );
    const logins = members.map(({ email, role, name }) => ({ email, role, name }));
    const snapshots = await Promise.all(
      (await directory.shopIds(tenant.id)).map((id) => runtime.snapshot(id)),
    );
    tenants.push({
      slug,
      shops: snapshots.flatMap((snapshot) => (snapshot === undefined ? [] : [shop(snapshot, logins)])),
    });
  }
  return { tenants };
}

type DemoShop = demoBodies.DemoAnswer["tenants"][number]["shops"][number];

function shop({ state }: ShopSnapshot, logins: DemoShop["logins"]): DemoShop {
  const queues = [...state.queues.values()]
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => a.rank - b.rank);
  return {
    id: state.shop.id,
    slug: state.shop.slug,
    name: state.shop.name,
    queues: queues.map(({ id, name, prefix }) => ({ id, name, prefix })),
    displays: [...state.displays.values()].map(({ id, name }) => ({ id, name, url: `/display/${id}` })),
    services: [...state.services.values()]
      .filter(({ archived }) => !archived)
      .map(({ id, name }) => ({ id, name })),
    logins,
  };
}
