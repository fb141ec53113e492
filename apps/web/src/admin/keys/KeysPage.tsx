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
import { KeyForm } from "./KeyForm.tsx";
import { KeyRow } from "./KeyRow.tsx";
import { keysQuery } from "./keys-query.ts";

const route = getRouteApi("/signed-in/console/$tenant/admin/keys");

/** The keys by which programs of the organisation get in; for administrators. */
export function KeysPage() {
  const { t } = useTranslation("admin");
  const { tenant } = route.useParams();
  const keys = useQuery(keysQuery(useCallnext(), tenant));
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <Section
      title={t("nav.keys")}
      text={t("keys.text")}
      aside={<AddButton text={t("keys.add")} onPress={() => setAdding(true)} />}
    >
      {keys.isPending && <Loading />}
      {keys.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(keys.error))}
        </p>
      )}
      {keys.data && (
        <EntityList items={keys.data} empty={t("keys.empty")}>
          {(key) => <KeyRow key={key.id} tenant={tenant} apiKey={key} />}
        </EntityList>
      )}
      <Dialog title={t("keys.add")} open={adding} onClose={close}>
        <KeyForm tenant={tenant} onDone={close} />
      </Dialog>
    </Section>
  );
}
