import { QrCode } from "../../pages-shared/qr-code.tsx";
import type { Screen } from "./screen.ts";

/** Leads phones in the room to the join page. */
export function JoinCode({ screen }: { readonly screen: Screen }) {
  const slug = screen.facts.settings.shop_slug;
  if (slug === "") return null;
  const address = `${location.origin}/join/${encodeURIComponent(slug)}`;
  return (
    <div className="join" data-testid="join-code" data-address={address}>
      <QrCode text={address} label={screen.t("join.label", { address })} />
      <p>
        <strong>{screen.t("join.title")}</strong>
        <span>{screen.t("join.hint")}</span>
      </p>
    </div>
  );
}
