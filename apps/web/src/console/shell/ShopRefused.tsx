import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DoorPage } from "./DoorPage.tsx";

/** The server does not show this shop to this person. */
export function ShopRefused({ code }: { readonly code: string }) {
  const { t } = useTranslation("console");
  return (
    <DoorPage title={t("shop-refused.title")}>
      <p role="alert">{t(`refusal.${code}`, { defaultValue: t("shop-refused.text") })}</p>
      <Link to="/console" search={{ choose: true }} className="mt-4 inline-flex min-h-11 items-center text-accent underline">
        {t("user.change-shop")}
      </Link>
    </DoorPage>
  );
}
