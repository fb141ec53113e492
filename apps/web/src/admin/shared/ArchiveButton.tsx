import { useTranslation } from "react-i18next";
import { RemovalButton } from "./RemovalButton.tsx";

interface Props {
  readonly tenant: string;
  readonly path: string;
  readonly name: string;
}

/** Takes something out of use after a question; what it was called stays known for old tickets. */
export function ArchiveButton({ tenant, path, name }: Props) {
  const { t } = useTranslation("admin");
  return (
    <RemovalButton
      tenant={tenant}
      path={path}
      button={t("archive.button")}
      label={t("archive.of", { name })}
      title={t("archive.title", { name })}
      text={t("archive.text")}
    />
  );
}
