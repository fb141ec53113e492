import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/Icon.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { problemOf } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import type { TenantMembership } from "../api/types.ts";
import { mayManage } from "../session/roles.ts";
import { shopsQuery } from "./shops-query.ts";

export function TenantShops({ membership }: { readonly membership: TenantMembership }) {
  const { t } = useTranslation("console");
  const shops = useQuery(shopsQuery(useCallnext(), membership.slug));
  return (
    <section>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-semibold">{membership.name}</h2>
        {mayManage(membership.role) && (
          <Link
            to="/console/$tenant/admin"
            params={{ tenant: membership.slug }}
            className="inline-flex min-h-11 items-center gap-2 rounded-lg px-3 text-accent hover:bg-sunken"
          >
            <Icon name="settings" />
            {t("user.admin")}
          </Link>
        )}
      </div>
      {shops.isPending && <Loading />}
      {shops.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(shops.error))}
        </p>
      )}
      {shops.data?.length === 0 && (
        <p className="rounded-lg bg-sunken p-4">
          {t("start.no-shop")}{" "}
          {membership.role === "admin" && (
            <Link to="/console/first-shop" className="text-accent underline">
              {t("start.first-shop")}
            </Link>
          )}
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {shops.data?.map((shop) => (
          <li key={shop.id}>
            <Link
              to="/console/$tenant/$shopId"
              params={{ tenant: membership.slug, shopId: String(shop.id) }}
              className="flex min-h-16 items-center gap-4 rounded-xl border border-line bg-surface px-4 py-3 hover:border-accent hover:bg-accent-soft"
            >
              <Icon name="shop" className="size-6 text-accent" />
              <span className="min-w-0">
                <span className="block text-base font-semibold">{shop.name}</span>
                <span className="block truncate text-sm text-ink-soft">{shop.address || shop.time_zone}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
