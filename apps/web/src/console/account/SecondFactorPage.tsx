import { useCallnext } from "@callnext/react";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { meQuery } from "../session/me-query.ts";
import { useSignOut } from "../session/use-sign-out.ts";
import { DoorPage } from "../shell/DoorPage.tsx";
import { PasskeysSection } from "./PasskeysSection.tsx";
import { TotpSection } from "./TotpSection.tsx";
import { useFactors } from "./use-factors.ts";

const route = getRouteApi("/console/second-factor");

/** Where those are led who get nothing before they have a second factor. */
export function SecondFactorPage() {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const signOut = useSignOut();
  const { then } = route.useSearch();
  const factors = useFactors();
  const isSetUp = factors !== null && (factors.totp_since !== null || factors.passkeys.length > 0);
  const goOn = async (): Promise<void> => {
    await queries.fetchQuery({ ...meQuery(client), staleTime: 0 });
    client.reconnect();
    if (then === undefined) await navigate({ to: "/console" });
    else router.history.push(then);
  };
  return (
    <DoorPage title={t("required.title")} text={t(isSetUp ? "required.done" : "required.text")} wide>
      <div className="flex flex-col gap-5">
        {isSetUp && (
          <Button variant="primary" size="large" onPress={() => void goOn()}>
            {t("required.go-on")}
          </Button>
        )}
        <TotpSection />
        <PasskeysSection />
        <Button variant="quiet" onPress={() => void signOut()}>
          {t("user.sign-out")}
        </Button>
      </div>
    </DoorPage>
  );
}
