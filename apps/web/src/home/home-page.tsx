import type { CallnextClient } from "@callnext/client";
import { useEffect } from "react";
import markUrl from "../console/icon.svg";
import { PageHead } from "../pages-shared/page-head.tsx";
import { useHomeWords } from "./catalogue.ts";
import { DemoShop } from "./demo-shop.tsx";
import { RoleCard } from "./role-card.tsx";
import { type House, useHouse } from "./use-house.ts";

export function HomePage({ client }: { readonly client: CallnextClient }) {
  const t = useHomeWords();
  const house = useHouse(client);
  useEffect(() => {
    document.title = `Callnext – ${t("title")}`;
  }, [t]);
  return (
    <div className="page home">
      <PageHead>
        <span className="mark">
          <img src={markUrl} alt="" width="32" height="32" /> Callnext
        </span>
      </PageHead>
      <main>
        <h1>{t("title")}</h1>
        <p className="lead">{t(house.kind === "demo" ? "leadDemo" : "lead")}</p>
        <Inside house={house} />
      </main>
      <footer className="home-foot">
        <a href="/api/">{t("api")}</a>
      </footer>
    </div>
  );
}

function Inside({ house }: { readonly house: House }) {
  const t = useHomeWords();
  switch (house.kind) {
    case "loading":
      return <p role="status">{t("loading")}</p>;
    case "failed":
      return (
        <p className="notice" role="status">
          {t("failed")}
        </p>
      );
    case "real":
      return <Entrance setup={house.setup} />;
    case "demo":
      return (
        <>
          {house.demo.tenants.map((tenant) =>
            tenant.shops.map((shop) => <DemoShop key={shop.id} tenantSlug={tenant.slug} shop={shop} />),
          )}
          <div className="roles">
            <RoleCard title={t("integrator.title")} about={t("integrator.about")}>
              <a className="button" href="/api/">
                {t("api")}
              </a>
            </RoleCard>
          </div>
        </>
      );
  }
}

/** A server in use tells strangers nothing about who uses it. */
function Entrance({ setup }: { readonly setup: boolean }) {
  const t = useHomeWords();
  return (
    <div className="roles">
      {setup ? (
        <RoleCard title={t("setup.title")} about={t("setup.about")}>
          <a className="button button-main" href="/setup">
            {t("setup.go")}
          </a>
        </RoleCard>
      ) : (
        <>
          <RoleCard title={t("staff.title")} about={t("staff.about")}>
            <a className="button button-main" href="/console">
              {t("signIn")}
            </a>
          </RoleCard>
          <RoleCard title={t("visitor.title")} about={t("visitorHint")}>
            {null}
          </RoleCard>
        </>
      )}
    </div>
  );
}
