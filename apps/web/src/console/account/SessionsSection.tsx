import { useCallnext } from "@callnext/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../admin/shared/Section.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { problemOf } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import { useRequest } from "../api/use-request.ts";
import { useSignOut } from "../session/use-sign-out.ts";
import { FormError } from "../shell/FormError.tsx";
import { OWN_SESSIONS, ownSessionsQuery } from "./own-sessions-query.ts";
import { SessionRow } from "./SessionRow.tsx";

/** Where this account is signed in, and the ends of it. */
export function SessionsSection() {
  const { t } = useTranslation("console");
  const queries = useQueryClient();
  const sessions = useQuery(ownSessionsQuery(useCallnext()));
  const request = useRequest();
  const signOut = useSignOut();
  const [asking, setAsking] = useState(false);
  const end = async (id: string): Promise<void> => {
    await request.send("DELETE", `/auth/sessions/${id}`);
    await queries.invalidateQueries({ queryKey: OWN_SESSIONS });
  };
  const everywhere = async (): Promise<void> => {
    if ((await request.send("POST", "/auth/logout-everywhere")) !== undefined) await signOut();
  };
  return (
    <Section
      title={t("account.sessions")}
      text={t("account.sessions-text")}
      aside={
        <Button className="!text-bad" pending={request.pending} onPress={() => setAsking(true)}>
          {t("account.everywhere")}
        </Button>
      }
    >
      <FormError text={request.error} />
      {sessions.isPending && <Loading />}
      {sessions.error && <FormError text={problemText(t, problemOf(sessions.error))} />}
      <ul className="flex flex-col divide-y divide-line">
        {sessions.data?.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => void end(session.id)} />
        ))}
      </ul>
      <ConfirmDialog
        open={asking}
        title={t("account.everywhere-title")}
        text={t("account.everywhere-text")}
        confirm={t("account.everywhere")}
        onConfirm={() => void everywhere()}
        onClose={() => setAsking(false)}
      />
    </Section>
  );
}
