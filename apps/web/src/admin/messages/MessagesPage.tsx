import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { roleIn } from "../../console/session/roles.ts";
import { useUser } from "../../console/session/use-user.ts";
import { Loading } from "../../ui/Loading.tsx";
import { LogSection } from "./LogSection.tsx";
import { messagesQuery } from "./messages-query.ts";
import { SmsSection } from "./SmsSection.tsx";
import { TextsSection } from "./TextsSection.tsx";
import { WaysSection } from "./WaysSection.tsx";

const route = getRouteApi("/signed-in/console/$tenant/admin/messages");

/** What visitors are told; administrators choose it, managers see what was sent. */
export function MessagesPage() {
  const { t } = useTranslation("admin");
  const { tenant } = route.useParams();
  const user = useUser();
  const mayChange = user !== null && roleIn(user, tenant) === "admin";
  const messages = useQuery({ ...messagesQuery(useCallnext(), tenant), enabled: mayChange });
  return (
    <>
      {mayChange && messages.isPending && <Loading />}
      {messages.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(messages.error))}
        </p>
      )}
      {messages.data && (
        <>
          <WaysSection key={tenant} tenant={tenant} messages={messages.data} />
          <SmsSection tenant={tenant} messages={messages.data} />
          <TextsSection tenant={tenant} messages={messages.data} />
        </>
      )}
      <LogSection tenant={tenant} />
    </>
  );
}
