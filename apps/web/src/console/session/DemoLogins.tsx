import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { useDemo } from "./use-demo.ts";

/** On a demo server only: the accounts to try, one press away. */
export function DemoLogins({ onChoose }: { readonly onChoose: (email: string) => void }) {
  const { t } = useTranslation("console");
  const demo = useDemo();
  if (demo === null) return null;
  const logins = new Map(
    demo.tenants.flatMap((tenant) =>
      tenant.shops.flatMap((shop) =>
        shop.logins.map((login) => [login.email, { ...login, shop: shop.name }]),
      ),
    ),
  );
  return (
    <section className="mt-8 border-t border-line pt-5">
      <h2 className="text-base font-semibold">{t("sign-in.demo")}</h2>
      <p className="mt-1 text-sm text-ink-soft">{t("sign-in.demo-hint")}</p>
      <ul className="mt-3 flex flex-col gap-2">
        {[...logins.values()].map((login) => (
          <li key={login.email}>
            <Button className="w-full !justify-start text-left" onPress={() => onChoose(login.email)}>
              <span className="min-w-0 grow">
                <span className="block truncate">{login.name}</span>
                <span className="block truncate text-xs text-ink-soft">
                  {t(`role.${login.role}`)} · {login.shop}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
