import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { useSignInAgain } from "../session/use-sign-in-again.ts";
import { DoorPage } from "./DoorPage.tsx";

/** The server does not show this shop to this person. */
export function ShopRefused({ code }: { readonly code: string }) {
  const { t } = useTranslation("console");
  const signInAgain = useSignInAgain();
  if (code === "unauthenticated") {
    return (
      <DoorPage title={t("sign-in.title")}>
        <p role="alert" className="mb-5">
          {t("refusal.unauthenticated")}
        </p>
        <Button variant="primary" onPress={signInAgain.run}>
          {signInAgain.text}
        </Button>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t("shop-refused.title")}>
      <p role="alert">{t(`refusal.${code}`, { defaultValue: t("shop-refused.text") })}</p>
      <Link
        to="/console"
        search={{ choose: true }}
        className="mt-4 inline-flex min-h-11 items-center text-accent underline"
      >
        {t("user.change-shop")}
      </Link>
    </DoorPage>
  );
}
