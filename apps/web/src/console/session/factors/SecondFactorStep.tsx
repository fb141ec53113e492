import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import type { User } from "../../api/types.ts";
import { hasPasskeys } from "./ceremony.ts";
import { CodeForm } from "./CodeForm.tsx";
import type { HalfSignIn } from "./half-sign-in.ts";
import { useSecondFactor } from "./use-second-factor.ts";

interface Props {
  readonly half: HalfSignIn;
  readonly onDone: (user: User) => Promise<void>;
  readonly onOver: (reason: string | null) => void;
}

/** The second half of a sign-in: the app's code, a passkey, or one of the codes on paper. */
export function SecondFactorStep({ half, onDone, onOver }: Props) {
  const { t } = useTranslation("console");
  const factor = useSecondFactor({ half, onDone, onOver });
  const [recovering, setRecovering] = useState(!half.factors.includes("totp"));
  const hasPasskey = half.factors.includes("passkey") && hasPasskeys();
  const asksCode = half.factors.includes(recovering ? "recovery-code" : "totp");
  const mayChange = half.factors.includes("totp") && half.factors.includes("recovery-code");
  return (
    <div className="flex flex-col gap-4">
      {hasPasskey && (
        <Button
          variant={half.factors.includes("totp") ? "plain" : "primary"}
          size="large"
          pending={factor.pending}
          onPress={() => void factor.askPasskey()}
        >
          <Icon name="key" />
          {t("second-factor.passkey")}
        </Button>
      )}
      {asksCode && (
        <CodeForm
          key={String(recovering)}
          factor={factor}
          recovering={recovering}
          isSecondChoice={hasPasskey && recovering}
        />
      )}
      <p role="alert" className="text-base font-medium text-bad empty:hidden">
        {factor.error}
      </p>
      {mayChange && (
        <Button variant="quiet" onPress={() => setRecovering(!recovering)}>
          {t(recovering ? "second-factor.to-code" : "second-factor.to-recovery")}
        </Button>
      )}
      <Button variant="quiet" onPress={() => onOver(null)}>
        {t("second-factor.back")}
      </Button>
    </div>
  );
}
