import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActionMenu } from "../../ui/ActionMenu.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { LANGUAGE_NAMES, LANGUAGES } from "../../i18n/languages.ts";
import { switchLanguage } from "../../i18n/switch-language.ts";
import { remember } from "../../ui/remembered.ts";
import { applyTheme, rememberedTheme, THEME_CHOICES } from "../../ui/theme-choice.ts";
import { useSignOut } from "../session/use-sign-out.ts";
import { useUser } from "../session/use-user.ts";
import { usePlaces } from "./use-places.ts";

export function UserMenu({ tenant }: { readonly tenant: string }) {
  const { t, i18n } = useTranslation("console");
  const user = useUser();
  const signOut = useSignOut();
  const [theme, setTheme] = useState(rememberedTheme);
  const places = usePlaces(tenant);
  const languages = LANGUAGES.map((language) => ({
    id: language,
    text: LANGUAGE_NAMES[language],
    selected: i18n.language === language,
    onAction: () => {
      remember("language", language);
      void switchLanguage(i18n, language);
    },
  }));
  const themes = THEME_CHOICES.map((choice) => ({
    id: `theme-${choice}`,
    text: t(`theme.${choice}`, { ns: "common" }),
    selected: theme === choice,
    onAction: () => {
      setTheme(choice);
      applyTheme(choice);
    },
  }));
  const leave = [{ id: "sign-out", text: t("user.sign-out"), onAction: () => void signOut() }];
  return (
    <ActionMenu
      label={t("user.menu", { name: user?.full_name ?? "" })}
      groups={[places, languages, themes, leave]}
      className="border border-line px-3"
    >
      <Icon name="user" />
      <span className="max-w-40 truncate text-sm max-lg:hidden">{user?.full_name}</span>
      <Icon name="chevron" className="size-4 max-md:hidden" />
    </ActionMenu>
  );
}
