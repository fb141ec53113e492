import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { FactorChange } from "./use-factor-change.ts";

interface Props {
  readonly change: FactorChange;
  readonly submit: string;
  readonly danger?: boolean;
  readonly onSubmit: (password: string) => void;
  /** Further fields, above the password. */
  readonly children?: ReactNode;
}

/** Every change to how one signs in asks for the password again: an open desk is not its owner. */
export function PasswordForm({ change, submit, danger = false, onSubmit, children }: Props) {
  const { t } = useTranslation("console");
  const [password, setPassword] = useState("");
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(password);
      }}
    >
      {children}
      <TextField
        label={t("factors.password")}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={change.passwordError}
        required
        autoFocus={children === undefined}
      />
      <p role="alert" className="font-medium text-bad empty:hidden">
        {change.error}
      </p>
      <Button type="submit" variant={danger ? "danger" : "primary"} pending={change.pending}>
        {submit}
      </Button>
    </form>
  );
}
