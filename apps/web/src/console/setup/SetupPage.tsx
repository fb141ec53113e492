import { useCallnext } from "@callnext/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Loading } from "../../ui/Loading.tsx";
import { problemOf } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import type { User } from "../api/types.ts";
import { meQuery } from "../session/me-query.ts";
import { DoorPage } from "../shell/DoorPage.tsx";
import { setupQuery } from "./setup-query.ts";
import { SetupForm } from "./SetupForm.tsx";

/** The first minute of an empty server. */
export function SetupPage() {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const setup = useQuery(setupQuery(client));
  const done = (user: User): void => {
    queries.clear();
    queries.setQueryData(meQuery(client).queryKey, user);
    client.reconnect();
    void navigate({ to: "/console/first-shop" });
  };
  if (setup.isPending) return <Loading />;
  if (setup.data?.needed === false) {
    return (
      <DoorPage title={t("setup.already")}>
        <Link to="/console" className="inline-flex min-h-11 items-center text-accent underline">
          {t("setup.to-console")}
        </Link>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t("setup.title")} text={t("setup.text")} wide>
      {setup.error ? (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(setup.error))}
        </p>
      ) : (
        <SetupForm onDone={done} />
      )}
    </DoorPage>
  );
}
