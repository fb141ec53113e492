import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { FormError } from "../../console/shell/FormError.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { bookingRulesQuery } from "./booking-rules-query.ts";
import { RulesForm } from "./RulesForm.tsx";
import { SpecialDaysForm } from "./SpecialDaysForm.tsx";

/** How the shop takes appointments, and on which days it is open otherwise than usual. */
export function BookingSection({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const shop = view.shop.self;
  const rules = useQuery(bookingRulesQuery(useCallnext(), tenant, shop.id));
  return (
    <>
      <Section title={t("tab.booking")} text={t("booking-rules.text")}>
        {rules.isPending && <Loading />}
        {rules.error && <FormError text={problemText(t, problemOf(rules.error))} />}
        {rules.data && <RulesForm tenant={tenant} shop={shop} rules={rules.data} />}
      </Section>
      <Section title={t("special-days.title")} text={t("special-days.text")}>
        <SpecialDaysForm tenant={tenant} shop={shop} />
      </Section>
    </>
  );
}
