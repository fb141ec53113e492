import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Loading } from "../../ui/Loading.tsx";
import type { User } from "../api/types.ts";
import { useRequest } from "../api/use-request.ts";
import { meQuery } from "../session/me-query.ts";
import { dropToken } from "../session/take-token.ts";
import { useEnter } from "../session/use-enter.ts";
import { FormError } from "../shell/FormError.tsx";
import { LINK } from "../shell/link-style.ts";
import type { InvitationProps } from "./invited-query.ts";

/** For somebody who works elsewhere already: accepted signed in, with the password they have. */
export function JoinWithAccount({ token, invited }: InvitationProps) {
  const { t } = useTranslation("console");
  const request = useRequest();
  const enter = useEnter(undefined);
  const me = useQuery(meQuery(useCallnext()));
  if (me.isPending) return <Loading />;
  const accept = async (): Promise<void> => {
    const done = await request.send<{ user: User }>("POST", "/auth/invitation/accept", { token });
    if (done === undefined) return;
    dropToken("invitation");
    await enter(done.answer.user);
  };
  if (me.data?.email !== invited.email) {
    return (
      <>
        <p>{t("invitation.sign-in-text", { email: invited.email })}</p>
        <Link to="/console/sign-in" search={{ then: "/console/invitation" }} className={`mt-4 ${LINK}`}>
          {t("sign-in.submit")}
        </Link>
      </>
    );
  }
  return (
    <>
      <p className="mb-4">{t("invitation.accept-as", { name: me.data.full_name, email: invited.email })}</p>
      <FormError text={request.error} />
      <Button variant="primary" size="large" pending={request.pending} onPress={() => void accept()}>
        {t("invitation.submit")}
      </Button>
    </>
  );
}
