import { useCallnext } from "@callnext/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { Section } from "../shared/Section.tsx";
import { useSave } from "../shared/use-save.ts";

interface Rules {
  readonly require_second_factor: boolean;
}

/** What the organisation asks of those in charge when they sign in. */
export function SignInRulesSection({ tenant }: { readonly tenant: string }) {
  const { t } = useTranslation("admin");
  const client = useCallnext();
  const saving = useSave(tenant);
  const rules = useQuery(
    queryOptions({
      queryKey: ["tenant", tenant, "sign-in-rules"],
      queryFn: () => client.request<Rules>("GET", `/tenants/${tenant}/sign-in-rules`),
    }),
  ).data;
  if (rules === undefined) return null;
  return (
    <Section title={t("sign-in-rules.title")}>
      <CheckboxField
        label={t("sign-in-rules.require")}
        hint={t("sign-in-rules.require-hint")}
        checked={rules.require_second_factor}
        onChange={(require_second_factor) =>
          void saving.save("PATCH", "/sign-in-rules", { require_second_factor })
        }
      />
    </Section>
  );
}
