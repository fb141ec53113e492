import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { roleIn } from "../../console/session/roles.ts";
import { useUser } from "../../console/session/use-user.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { KeepForm } from "./KeepForm.tsx";
import { PersonSection } from "./PersonSection.tsx";
import { privacyQuery } from "./privacy-query.ts";
import { RunsSection } from "./RunsSection.tsx";

const route = getRouteApi("/signed-in/console/$tenant/admin/privacy");

/** How long visitors' data is kept, the proof that it goes, and what is held on one person. */
export function PrivacyPage() {
  const { t } = useTranslation("admin");
  const { tenant } = route.useParams();
  const user = useUser();
  const allowed = user !== null && roleIn(user, tenant) === "admin";
  const privacy = useQuery({ ...privacyQuery(useCallnext(), tenant), enabled: allowed });
  if (!allowed) return <EmptyState title={t("not-allowed")} text={t("not-allowed-text")} />;
  return (
    <>
      {privacy.isPending && <Loading />}
      {privacy.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(privacy.error))}
        </p>
      )}
      {privacy.data && (
        <>
          <KeepForm key={tenant} tenant={tenant} privacy={privacy.data} />
          <RunsSection tenant={tenant} runs={privacy.data.runs} />
        </>
      )}
      <PersonSection tenant={tenant} />
    </>
  );
}
