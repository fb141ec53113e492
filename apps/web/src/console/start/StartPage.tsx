import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { membershipsOf } from "../session/roles.ts";
import { useSignOut } from "../session/use-sign-out.ts";
import { DoorPage } from "../shell/DoorPage.tsx";
import { TenantShops } from "./TenantShops.tsx";

const route = getRouteApi("/signed-in/console");

/** Which organisation and shop to work in. */
export function StartPage() {
  const { t } = useTranslation("console");
  const { user } = route.useRouteContext();
  const signOut = useSignOut();
  return (
    <DoorPage title={t("start.title")} text={t("start.hello", { name: user.full_name })} wide>
      <div className="flex flex-col gap-8">
        {membershipsOf(user).map((membership) => (
          <TenantShops key={membership.slug} membership={membership} />
        ))}
      </div>
      <div className="mt-8 border-t border-line pt-4">
        <Button variant="quiet" onPress={() => void signOut()}>
          {t("user.sign-out")}
        </Button>
      </div>
    </DoorPage>
  );
}
