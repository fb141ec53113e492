import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/Dialog.tsx";
import { useDesk } from "../desk-context.ts";
import { JoinCode } from "../../shell/JoinCode.tsx";
import { BoardLinks } from "../../shell/BoardLinks.tsx";

/** What visitors scan, and the boards of this shop. */
export function JoinCodeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("console");
  const { view } = useDesk();
  return (
    <Dialog title={t("join-code.title")} open onClose={onClose}>
      <JoinCode shopSlug={view.shop.self.slug} shopName={view.shop.self.name} />
      <h3 className="mt-6 mb-2 text-base font-semibold">{t("boards.title")}</h3>
      <BoardLinks displays={Object.values(view.displays)} />
    </Dialog>
  );
}
