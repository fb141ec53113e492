import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../i18n/format-date.ts";
import { isLanguage } from "../../i18n/languages.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { EntityRow } from "../shared/EntityRow.tsx";
import { useSave } from "../shared/use-save.ts";
import type { Invitation, InvitationAnswer } from "./invitations-query.ts";

interface Props {
  readonly tenant: string;
  readonly invitation: Invitation;
  /** No mail went out: this is to be handed over. */
  readonly onLink: (path: string) => void;
}

export function InvitationRow({ tenant, invitation, onLink }: Props) {
  const { t, i18n } = useTranslation("admin");
  const saving = useSave(tenant);
  const [asking, setAsking] = useState(false);
  const { id, full_name: name, email, role, expires_at } = invitation;
  const until = formatDate(Date.parse(expires_at), isLanguage(i18n.language) ? i18n.language : "fr");
  const resend = async (): Promise<void> => {
    const answer = await saving.save<InvitationAnswer>("POST", `/invitations/${id}/resend`);
    if (answer !== null && answer.link !== null) onLink(answer.link);
  };
  return (
    <EntityRow title={name} facts={[email, t(`role.${role}`), t("invitations.until", { until })].join(" · ")}>
      <Button
        label={t("invitations.resend-to", { name })}
        pending={saving.pending}
        onPress={() => void resend()}
      >
        {t("invitations.resend")}
      </Button>
      <Button
        variant="quiet"
        className="!text-bad"
        label={t("invitations.withdraw-of", { name })}
        onPress={() => setAsking(true)}
      >
        {t("invitations.withdraw")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("invitations.withdraw-title", { name })}
        text={t("invitations.withdraw-text")}
        confirm={t("invitations.withdraw")}
        onConfirm={() => void saving.save("DELETE", `/invitations/${id}`)}
        onClose={() => setAsking(false)}
      />
    </EntityRow>
  );
}
