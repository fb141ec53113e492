import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DoorPage } from "./DoorPage.tsx";

export function MissingPage() {
  const { t } = useTranslation("console");
  return (
    <DoorPage title={t("missing.title")}>
      <p>{t("missing.text")}</p>
      <Link to="/console" className="mt-4 inline-flex min-h-11 items-center text-accent underline">
        {t("missing.home")}
      </Link>
    </DoorPage>
  );
}
