import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "../../ui/Loading.tsx";
import { problemOf } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import { takeToken } from "../session/take-token.ts";
import { DoorPage } from "../shell/DoorPage.tsx";
import { invitedQuery } from "./invited-query.ts";
import { JoinWithAccount } from "./JoinWithAccount.tsx";
import { JoinWithPassword } from "./JoinWithPassword.tsx";

/** Where an invitation's link leads. */
export function InvitationPage() {
  const { t } = useTranslation("console");
  const [token] = useState(() => takeToken("invitation"));
  const invited = useQuery(invitedQuery(useCallnext(), token));
  if (invited.isPending) return <Loading />;
  if (invited.error !== null) {
    const problem = problemOf(invited.error);
    const isOver = problem.code === "link-over";
    return (
      <DoorPage title={t("invitation.over")}>
        <p role="alert">{isOver ? t("invitation.over-text") : problemText(t, problem)}</p>
      </DoorPage>
    );
  }
  const { organisation, role, has_account: hasAccount } = invited.data;
  return (
    <DoorPage
      title={t("invitation.title", { organisation })}
      text={t("invitation.text", { role: t(`role.${role}`) })}
    >
      {hasAccount ? (
        <JoinWithAccount token={token} invited={invited.data} />
      ) : (
        <JoinWithPassword token={token} invited={invited.data} />
      )}
    </DoorPage>
  );
}
