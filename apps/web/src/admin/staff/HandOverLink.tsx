import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { CopyLink } from "../../ui/CopyLink.tsx";

/** Where no mail went out: the link, this once, to be handed over. */
export function HandOverLink({ path, onDone }: { readonly path: string; readonly onDone: () => void }) {
  const { t } = useTranslation("admin");
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="rounded-lg bg-warn-soft p-4 text-warn">
        {t("invitations.hand-over")}
      </p>
      <CopyLink address={`${location.origin}${path}`} />
      <div className="flex justify-end">
        <Button variant="primary" onPress={onDone}>
          {t("invitations.handed-over")}
        </Button>
      </div>
    </div>
  );
}
