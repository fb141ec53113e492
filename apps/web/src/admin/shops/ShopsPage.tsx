import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { roleIn } from "../../console/session/roles.ts";
import { useUser } from "../../console/session/use-user.ts";
import { shopsQuery } from "../../console/start/shops-query.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { AddButton } from "../shared/AddButton.tsx";
import { EntityList } from "../shared/EntityList.tsx";
import { Section } from "../shared/Section.tsx";
import { NewShopForm } from "./NewShopForm.tsx";

const route = getRouteApi("/signed-in/console/$tenant/admin/shops");

export function ShopsPage() {
  const { t } = useTranslation("admin");
  const { tenant } = route.useParams();
  const user = useUser();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const shops = useQuery(shopsQuery(useCallnext(), tenant));
  const mayMake = user !== null && roleIn(user, tenant) === "admin";
  return (
    <Section
      title={t("shops.title")}
      text={t("shops.text")}
      aside={mayMake && <AddButton text={t("shops.add")} onPress={() => setMaking(true)} />}
    >
      {shops.isPending && <Loading />}
      {shops.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(shops.error))}
        </p>
      )}
      {shops.data && (
        <EntityList items={shops.data} empty={t("shops.empty")}>
          {(shop) => (
            <li key={shop.id}>
              <Link
                to="/console/$tenant/admin/shops/$shopId"
                params={{ tenant, shopId: String(shop.id) }}
                className="-mx-2 flex min-h-16 items-center gap-4 rounded-xl px-2 py-3 hover:bg-sunken"
              >
                <Icon name="shop" className="size-6 text-accent" />
                <span className="min-w-0 grow">
                  <span className="block text-base font-semibold">{shop.name}</span>
                  <span className="block truncate text-sm text-ink-soft">
                    {[shop.address, shop.time_zone].filter(Boolean).join(" · ")}
                  </span>
                </span>
                <span aria-hidden className="text-accent">
                  {t("edit")}
                </span>
              </Link>
            </li>
          )}
        </EntityList>
      )}
      <Dialog title={t("shops.add")} open={making} onClose={() => setMaking(false)}>
        <NewShopForm
          tenant={tenant}
          onCancel={() => setMaking(false)}
          onMade={(shop) =>
            void navigate({
              to: "/console/$tenant/admin/shops/$shopId",
              params: { tenant, shopId: String(shop.id) },
            })
          }
        />
      </Dialog>
    </Section>
  );
}
