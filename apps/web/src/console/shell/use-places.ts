import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { mayManage, roleIn } from "../session/roles.ts";
import { useUser } from "../session/use-user.ts";

interface PlaceToGo {
  readonly id: string;
  readonly text: string;
  readonly onAction: () => void;
}

/** Where the signed-in person may go from here. */
export function usePlaces(tenant: string): readonly PlaceToGo[] {
  const { t } = useTranslation("console");
  const navigate = useNavigate();
  const user = useUser();
  const account = {
    id: "account",
    text: t("account.title"),
    onAction: () => void navigate({ to: "/console/account" }),
  };
  const shops = {
    id: "shops",
    text: t("user.change-shop"),
    onAction: () => void navigate({ to: "/console", search: { choose: true } }),
  };
  const admin = {
    id: "admin",
    text: t("user.admin"),
    onAction: () => void navigate({ to: "/console/$tenant/admin", params: { tenant } }),
  };
  const operator = {
    id: "operator",
    text: t("operator.title"),
    onAction: () => void navigate({ to: "/console/operator" }),
  };
  const manages = user !== null && mayManage(roleIn(user, tenant));
  return [account, shops, ...(manages ? [admin] : []), ...(user?.is_operator === true ? [operator] : [])];
}
