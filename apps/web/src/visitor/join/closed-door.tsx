import type { JoinAnswer } from "../wire.ts";
import { useJoinWords } from "./catalogue.ts";
import { hoursToday } from "./hours-text.ts";
import type { ShopDoor } from "./join-view.ts";

/** Nobody can join now: why, and what to do. */
export function ClosedDoor({
  door,
  shop,
}: {
  readonly door: Exclude<ShopDoor, "open">;
  readonly shop: JoinAnswer["shop"];
}) {
  const t = useJoinWords();
  const hours = hoursToday(shop, Date.now());
  return (
    <section className="card door" data-testid="door" data-door={door}>
      <h2>{t(`door.${door}.title`)}</h2>
      <p>{t(`door.${door}.advice`)}</p>
      {shop.open_now ? null : (
        <p className="quiet">{hours === null ? t("closedToday") : t("hoursToday", { hours })}</p>
      )}
    </section>
  );
}
