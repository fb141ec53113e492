import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AddButton } from "../../admin/shared/AddButton.tsx";
import { EntityList } from "../../admin/shared/EntityList.tsx";
import { Section } from "../../admin/shared/Section.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { useTitle } from "../../ui/use-title.ts";
import { problemOf } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import { TenantForm } from "./TenantForm.tsx";
import { TenantRow } from "./TenantRow.tsx";
import { tenantsQuery } from "./tenants-query.ts";

/** The organisations on this server, for who runs it. Nobody's visitors are to be seen here. */
export function OperatorPage() {
  const { t } = useTranslation("console");
  useTitle(t("operator.title"));
  const tenants = useQuery(tenantsQuery(useCallnext()));
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <main className="mx-auto flex w-full max-w-4xl grow flex-col gap-5 p-4 md:p-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-semibold">{t("operator.title")}</h1>
        <Link
          to="/console"
          search={{ choose: true }}
          className="inline-flex min-h-11 items-center text-accent underline"
        >
          {t("user.change-shop")}
        </Link>
      </div>
      <Section
        title={t("operator.tenants")}
        text={t("operator.text")}
        aside={<AddButton text={t("operator.add")} onPress={() => setAdding(true)} />}
      >
        {tenants.isPending && <Loading />}
        {tenants.error && (
          <p role="alert" className="text-bad">
            {problemText(t, problemOf(tenants.error))}
          </p>
        )}
        {tenants.data && (
          <EntityList items={tenants.data} empty={t("operator.empty")}>
            {(tenant) => <TenantRow key={tenant.slug} tenant={tenant} />}
          </EntityList>
        )}
      </Section>
      <Dialog title={t("operator.add")} open={adding} onClose={close}>
        <TenantForm onDone={close} />
      </Dialog>
    </main>
  );
}
