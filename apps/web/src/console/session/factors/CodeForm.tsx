import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { SecondFactor } from "./use-second-factor.ts";

interface Props {
  readonly factor: SecondFactor;
  /** One of the codes on paper is asked for, not the app's. */
  readonly recovering: boolean;
  /** There is an easier way beside it. */
  readonly isSecondChoice: boolean;
}

export function CodeForm({ factor, recovering, isSecondChoice }: Props) {
  const { t } = useTranslation("console");
  const [code, setCode] = useState("");
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void (recovering ? factor.sendRecoveryCode(code) : factor.sendCode(code));
      }}
    >
      <TextField
        label={t(recovering ? "second-factor.recovery-code" : "second-factor.code")}
        hint={t(recovering ? "second-factor.recovery-hint" : "second-factor.code-hint")}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        inputMode={recovering ? "text" : "numeric"}
        maxLength={recovering ? 40 : 12}
        required
        autoFocus
      />
      <Button
        type="submit"
        variant={isSecondChoice ? "plain" : "primary"}
        size="large"
        pending={factor.pending}
      >
        {t("second-factor.submit")}
      </Button>
    </form>
  );
}
