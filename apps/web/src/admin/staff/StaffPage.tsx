import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import type { StaffMember } from "../../console/api/types.ts";
import { roleIn } from "../../console/session/roles.ts";
import { useUser } from "../../console/session/use-user.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { EntityList } from "../shared/EntityList.tsx";
import { EntityRow } from "../shared/EntityRow.tsx";
import { Section } from "../shared/Section.tsx";
import { InvitationsSection } from "./InvitationsSection.tsx";
import { ResetFactorButton } from "./ResetFactorButton.tsx";
import { SignInRulesSection } from "./SignInRulesSection.tsx";
import { staffQuery } from "./staff-query.ts";
import { StaffForm } from "./StaffForm.tsx";

const route = getRouteApi("/signed-in/console/$tenant/admin/staff");

/** Managers see who works here; administrators change it. */
export function StaffPage() {
  const { t } = useTranslation("admin");
  const { tenant } = route.useParams();
  const user = useUser();
  const [editing, setEditing] = useState<StaffMember | "new" | null>(null);
  const staff = useQuery(staffQuery(useCallnext(), tenant));
  const mayChange = user !== null && roleIn(user, tenant) === "admin";
  const close = () => setEditing(null);
  return (
    <>
      {mayChange && <InvitationsSection tenant={tenant} />}
      <Section
        title={t("nav.staff")}
        text={t("staff.text")}
        aside={mayChange && <Button onPress={() => setEditing("new")}>{t("staff.add")}</Button>}
      >
        {staff.isPending && <Loading />}
        {staff.error && (
          <p role="alert" className="text-bad">
            {problemText(t, problemOf(staff.error))}
          </p>
        )}
        {staff.data && (
          <EntityList items={staff.data} empty={t("staff.empty")}>
            {(member) => (
              <EntityRow
                key={member.id}
                title={member.full_name}
                facts={`${member.email} · ${t(`role.${member.role}`)}`}
                badges={!member.active && <Badge tone="bad">{t("staff.inactive")}</Badge>}
              >
                {mayChange && (
                  <Button label={t("edit-of", { name: member.full_name })} onPress={() => setEditing(member)}>
                    {t("edit")}
                  </Button>
                )}
                {mayChange && member.active && member.id !== user.staff_id && (
                  <ResetFactorButton tenant={tenant} member={member} />
                )}
              </EntityRow>
            )}
          </EntityList>
        )}
        <Dialog
          title={editing === "new" ? t("staff.add") : t("edit")}
          open={editing !== null}
          onClose={close}
        >
          <StaffForm
            tenant={tenant}
            member={editing === "new" ? null : editing}
            own={editing !== "new" && editing?.id === user?.staff_id && user?.tenant.slug === tenant}
            onDone={close}
          />
        </Dialog>
      </Section>
      {mayChange && <SignInRulesSection tenant={tenant} />}
    </>
  );
}
