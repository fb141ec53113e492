import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../../ui/LanguageSwitch.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import { useTitle } from "../../ui/use-title.ts";
import { Brand } from "../shell/Brand.tsx";
import { LINK } from "../shell/link-style.ts";
import { NameSection } from "./NameSection.tsx";
import { PasskeysSection } from "./PasskeysSection.tsx";
import { PasswordSection } from "./PasswordSection.tsx";
import { RecoverySection } from "./RecoverySection.tsx";
import { SessionsSection } from "./SessionsSection.tsx";
import { TotpSection } from "./TotpSection.tsx";

/** What somebody's account is, for whichever organisation they work. */
export function AccountPage() {
  const { t } = useTranslation("console");
  useTitle(t("account.title"));
  return (
    <div className="mx-auto flex w-full max-w-3xl grow flex-col gap-5 p-4 md:p-6">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <Brand />
        <div className="flex flex-wrap items-center gap-3">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-2xl font-bold">{t("account.title")}</h1>
          <Link to="/console" className={LINK}>
            {t("account.back")}
          </Link>
        </div>
        <NameSection />
        <PasswordSection />
        <TotpSection />
        <PasskeysSection />
        <RecoverySection />
        <SessionsSection />
      </main>
    </div>
  );
}
