import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { ContrastNote } from "./ContrastNote.tsx";
import type { DisplayPart } from "./display-part.ts";
import { ThemePreview } from "./ThemePreview.tsx";

const COLOURS = ["primaryColor", "backgroundColor", "textColor"] as const;

export function ThemeEditor({ form, saving }: DisplayPart) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-1 text-sm font-medium">{t("theme.title")}</legend>
      <div className="flex flex-col gap-3">
        {COLOURS.map((colour) => (
          <TextField
            key={colour}
            label={t(`theme.${colour}`)}
            type="color"
            value={values[colour]}
            onChange={set(colour)}
          />
        ))}
        <TextField
          label={t("theme.logo")}
          type="url"
          value={values.logo}
          onChange={set("logo")}
          error={saving.errorOf("theme")}
          maxLength={500}
        />
      </div>
      <div className="flex flex-col gap-3">
        <ThemePreview draft={values} />
        <ContrastNote name={t("theme.numbers")} one={values.primaryColor} other={values.backgroundColor} />
        <ContrastNote name={t("theme.words")} one={values.textColor} other={values.backgroundColor} />
      </div>
    </fieldset>
  );
}
