import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { AddButton } from "../shared/AddButton.tsx";
import { Section } from "../shared/Section.tsx";
import { HandOverLink } from "./HandOverLink.tsx";
import { InvitationRow } from "./InvitationRow.tsx";
import { invitationsQuery } from "./invitations-query.ts";
import { InviteForm } from "./InviteForm.tsx";

/** Who is invited and has not come yet; for administrators. */
export function InvitationsSection({ tenant }: { readonly tenant: string }) {
  const { t } = useTranslation("admin");
  const invitations = useQuery(invitationsQuery(useCallnext(), tenant));
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const closeForm = () => setInviting(false);
  const closeLink = () => setLink(null);
  return (
    <Section
      title={t("invitations.title")}
      text={t(invitations.data?.length === 0 ? "invitations.empty" : "invitations.text")}
      aside={<AddButton text={t("invitations.invite")} onPress={() => setInviting(true)} />}
    >
      {invitations.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(invitations.error))}
        </p>
      )}
      <ul className="flex flex-col divide-y divide-line">
        {invitations.data?.map((invitation) => (
          <InvitationRow key={invitation.id} tenant={tenant} invitation={invitation} onLink={setLink} />
        ))}
      </ul>
      <Dialog title={t("invitations.invite")} open={inviting} onClose={closeForm}>
        <InviteForm tenant={tenant} onDone={closeForm} />
      </Dialog>
      <Dialog title={t("invitations.link")} open={link !== null} onClose={closeLink}>
        <HandOverLink path={link ?? ""} onDone={closeLink} />
      </Dialog>
    </Section>
  );
}
