import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AddButton } from "../../admin/shared/AddButton.tsx";
import { EntityList } from "../../admin/shared/EntityList.tsx";
import { Section } from "../../admin/shared/Section.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { hasPasskeys } from "../session/factors/ceremony.ts";
import type { Passkey } from "./factors-query.ts";
import { PasskeyRemoval } from "./PasskeyRemoval.tsx";
import { PasskeyRename } from "./PasskeyRename.tsx";
import { PasskeyRow } from "./PasskeyRow.tsx";
import { PasskeySetup } from "./PasskeySetup.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { useFactors } from "./use-factors.ts";

type Open =
  | { readonly what: "add" }
  | { readonly what: "rename" | "remove"; readonly passkey: Passkey }
  | { readonly what: "codes"; readonly codes: readonly string[] };

/** Signing in by the phone's or computer's own lock. */
export function PasskeysSection() {
  const { t } = useTranslation("console");
  const factors = useFactors();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  if (factors === null) return null;
  const possible = factors.passkeys_available && hasPasskeys();
  return (
    <Section
      title={t("passkey.title")}
      text={t(possible ? "passkey.text" : "passkey.not-here")}
      aside={possible && <AddButton text={t("passkey.add")} onPress={() => setOpen({ what: "add" })} />}
    >
      {(possible || factors.passkeys.length > 0) && (
        <EntityList items={factors.passkeys} empty={t("passkey.empty")}>
          {(passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              onRename={() => setOpen({ what: "rename", passkey })}
              onRemove={() => setOpen({ what: "remove", passkey })}
            />
          )}
        </EntityList>
      )}
      <Dialog title={t("passkey.add")} open={open?.what === "add"} onClose={close}>
        <PasskeySetup onDone={(codes) => setOpen(codes === null ? null : { what: "codes", codes })} />
      </Dialog>
      <Dialog title={t("passkey.rename")} open={open?.what === "rename"} onClose={close}>
        {open?.what === "rename" && <PasskeyRename passkey={open.passkey} onDone={close} />}
      </Dialog>
      <Dialog title={t("passkey.remove")} open={open?.what === "remove"} onClose={close}>
        {open?.what === "remove" && <PasskeyRemoval passkey={open.passkey} onDone={close} />}
      </Dialog>
      <Dialog title={t("recovery.title")} open={open?.what === "codes"} onClose={close} alert>
        {open?.what === "codes" && <RecoveryCodes codes={open.codes} onKept={close} />}
      </Dialog>
    </Section>
  );
}
