import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { AddButton } from "../shared/AddButton.tsx";
import { EntityList } from "../shared/EntityList.tsx";
import { Section } from "../shared/Section.tsx";
import { WebhookForm } from "./WebhookForm.tsx";
import { WebhookRow } from "./WebhookRow.tsx";
import { webhooksQuery } from "./webhooks-query.ts";

const route = getRouteApi("/signed-in/console/$tenant/admin/webhooks");

/** The servers of others that are told what happens; for administrators. */
export function WebhooksPage() {
  const { t } = useTranslation("admin");
  const { tenant } = route.useParams();
  const webhooks = useQuery(webhooksQuery(useCallnext(), tenant));
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <Section
      title={t("nav.webhooks")}
      text={t("webhooks.text")}
      aside={<AddButton text={t("webhooks.add")} onPress={() => setAdding(true)} />}
    >
      {webhooks.isPending && <Loading />}
      {webhooks.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(webhooks.error))}
        </p>
      )}
      {webhooks.data && (
        <EntityList items={webhooks.data} empty={t("webhooks.empty")}>
          {(webhook) => <WebhookRow key={webhook.id} tenant={tenant} webhook={webhook} />}
        </EntityList>
      )}
      <Dialog title={t("webhooks.add")} open={adding} onClose={close}>
        <WebhookForm tenant={tenant} webhook={null} onDone={close} />
      </Dialog>
    </Section>
  );
}
