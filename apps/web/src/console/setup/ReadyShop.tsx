import type { StaffShop } from "@callnext/protocol";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CopyLink } from "../../ui/CopyLink.tsx";
import { JoinCode } from "../shell/JoinCode.tsx";

interface Props {
  readonly tenant: string;
  readonly shop: StaffShop;
  readonly displayId: string;
}

export function ReadyShop({ tenant, shop, displayId }: Props) {
  const { t } = useTranslation("console");
  return (
    <div className="flex flex-col gap-6">
      <Link
        to="/console/$tenant/$shopId"
        params={{ tenant, shopId: String(shop.id) }}
        className="inline-flex min-h-14 items-center justify-center rounded-lg bg-accent px-5 text-lg font-semibold text-accent-ink hover:bg-accent-hover"
      >
        {t("first.to-desk")}
      </Link>
      <section className="text-center">
        <h2 className="text-base font-semibold">{t("first.board")}</h2>
        <CopyLink address={`${location.origin}/display/${displayId}`} />
        <Link
          to="/console/$tenant/admin/devices"
          params={{ tenant }}
          className="inline-flex min-h-11 items-center text-accent underline"
        >
          {t("first.pair")}
        </Link>
      </section>
      <JoinCode shopSlug={shop.slug} shopName={shop.name} />
    </div>
  );
}
