import { useTranslation } from "react-i18next";
import { CopyLink } from "../../ui/CopyLink.tsx";
import { QrCode } from "../../ui/QrCode.tsx";

interface Props {
  readonly shopSlug: string;
  readonly shopName: string;
}

export function JoinCode({ shopSlug, shopName }: Props) {
  const { t } = useTranslation("console");
  const address = `${location.origin}/join/${shopSlug}`;
  return (
    <div className="flex flex-col items-center gap-3 text-center">
      <p className="text-base">{t("join-code.text", { shop: shopName })}</p>
      <QrCode text={address} label={t("join-code.alt", { address })} className="size-64 border border-line" />
      <CopyLink address={address} />
    </div>
  );
}
