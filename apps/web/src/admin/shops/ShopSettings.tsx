import { useTranslation } from "react-i18next";
import { JoinCode } from "../../console/shell/JoinCode.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { bodyOf, draftOf } from "./shop-draft.ts";
import { ShopFields } from "./ShopFields.tsx";
import { ShopSwitches } from "./ShopSwitches.tsx";

const FIELDS = ["name", "address", "time_zone", "locale", "grace_minutes", "day_turns_at_minutes"];

export function ShopSettings({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const shop = view.shop.self;
  const saving = useSave(tenant, FIELDS);
  const form = useForm(() => draftOf(shop));
  return (
    <>
      <Section title={t("tab.settings")}>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void saving.save("PATCH", `/shops/${shop.id}`, bodyOf(form.values));
          }}
        >
          <ShopFields form={form} saving={saving} />
          <ShopSwitches form={form} />
          <FormActions saving={saving} />
        </form>
      </Section>
      <Section title={t("shop.join")}>
        <JoinCode shopSlug={shop.slug} shopName={shop.name} />
      </Section>
    </>
  );
}
