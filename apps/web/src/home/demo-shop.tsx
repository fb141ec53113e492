import { QrCode } from "../pages-shared/qr-code.tsx";
import { useHomeWords } from "./catalogue.ts";
import { RoleCard } from "./role-card.tsx";
import type { DemoShop as Shop } from "./wire.ts";

/** One shop of the demo, seen by each of those who meet there. */
export function DemoShop({ tenantSlug, shop }: { readonly tenantSlug: string; readonly shop: Shop }) {
  const t = useHomeWords();
  const joinPath = `/join/${encodeURIComponent(shop.slug)}`;
  const address = location.origin + joinPath;
  return (
    <article className="shop" aria-labelledby={`shop-${shop.id}`}>
      <h2 id={`shop-${shop.id}`}>{shop.name}</h2>
      <p className="quiet">{shop.queues.map((queue) => queue.name).join(" · ")}</p>
      <div className="roles">
        <RoleCard title={t("visitor.title")} about={t("visitor.about")}>
          <div className="with-code">
            <QrCode text={address} label={t("visitor.code", { address })} />
            <a className="button button-main" href={joinPath}>
              {t("visitor.go")}
            </a>
            <a className="button" href={`/book/${encodeURIComponent(shop.slug)}`}>
              {t("visitor.book")}
            </a>
          </div>
        </RoleCard>
        <RoleCard title={t("board.title")} about={t("board.about")}>
          {shop.displays.map((display) => (
            <a
              key={display.id}
              className="button button-main"
              href={`/display/${encodeURIComponent(display.id)}`}
            >
              {display.name}
            </a>
          ))}
          {shop.displays.length === 0 ? <p>{t("board.none")}</p> : null}
        </RoleCard>
        <RoleCard title={t("staff.title")} about={t("staff.about")}>
          <a className="button button-main" href={`/console/${encodeURIComponent(tenantSlug)}/${shop.id}`}>
            {t("staff.go")}
          </a>
          <ul className="logins">
            {shop.logins.map((login) => (
              <li key={login.email}>
                <span>
                  {login.name} <span className="quiet">({t(`role.${login.role}`)})</span>
                </span>
                <code>{login.email}</code>
              </li>
            ))}
          </ul>
          <p className="quiet">{t("staff.password")}</p>
        </RoleCard>
      </div>
    </article>
  );
}
