import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { DisplayPart } from "./display-part.ts";

export function MediaFields({ form, saving }: DisplayPart) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  return (
    <fieldset className="grid items-start gap-4 sm:grid-cols-2">
      <legend className="mb-1 text-sm font-medium">{t("media.title")}</legend>
      <TextField
        label={t("media.background")}
        type="url"
        value={values.background_image}
        onChange={set("background_image")}
        error={saving.errorOf("background_image")}
        maxLength={500}
      />
      <TextField
        label={t("media.video")}
        type="url"
        value={values.video_url}
        onChange={set("video_url")}
        error={saving.errorOf("video_url")}
        maxLength={500}
      />
      <CheckboxField label={t("media.show-video")} checked={values.show_video} onChange={set("show_video")} />
    </fieldset>
  );
}
