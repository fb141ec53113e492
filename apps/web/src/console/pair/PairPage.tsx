import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { mayManage, membershipsOf } from "../session/roles.ts";
import { DoorPage } from "../shell/DoorPage.tsx";

const route = getRouteApi("/console/pair");

/** Where the code on a new screen leads: to the page where it is entered, of the organisation that it is for. */
export function PairPage() {
  const { t } = useTranslation("console");
  const { user } = route.useRouteContext();
  const managed = membershipsOf(user).filter(({ role }) => mayManage(role));
  const [first] = managed;
  if (first === undefined)
    return (
      <DoorPage title={t("pair.title")} text={t("pair.not-allowed")}>
        <Link to="/console" className="inline-flex min-h-11 items-center text-accent underline">
          {t("pair.to-desk")}
        </Link>
      </DoorPage>
    );
  if (managed.length === 1)
    return <Navigate to="/console/$tenant/admin/devices" params={{ tenant: first.slug }} replace />;
  return (
    <DoorPage title={t("pair.title")} text={t("pair.which")}>
      <ul className="flex flex-col gap-2">
        {managed.map(({ slug, name }) => (
          <li key={slug}>
            <Link
              to="/console/$tenant/admin/devices"
              params={{ tenant: slug }}
              className="flex min-h-14 items-center rounded-xl border border-line bg-surface px-4 text-base font-semibold hover:border-accent hover:bg-accent-soft"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </DoorPage>
  );
}
