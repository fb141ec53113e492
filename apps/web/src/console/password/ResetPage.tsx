import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useRequest } from "../api/use-request.ts";
import { dropToken, takeToken } from "../session/take-token.ts";
import { DoorPage } from "../shell/DoorPage.tsx";
import { FormError } from "../shell/FormError.tsx";
import { LINK } from "../shell/link-style.ts";

/** Where the mailed link leads: another password in place of the forgotten one. */
export function ResetPage() {
  const { t } = useTranslation("console");
  const request = useRequest(["password"]);
  const [token] = useState(() => takeToken("reset"));
  const [password, setPassword] = useState("");
  const [done, setDone] = useState(false);
  const isOver = token === "" || request.problem?.code === "link-over";
  const send = async (): Promise<void> => {
    if ((await request.send("POST", "/auth/password-reset", { token, password })) === undefined) return;
    dropToken("reset");
    setDone(true);
  };
  if (done || isOver) {
    return (
      <DoorPage
        title={t(done ? "reset.done" : "reset.over")}
        text={t(done ? "reset.done-text" : "reset.over-text")}
      >
        <Link to={done ? "/console/sign-in" : "/console/forgot"} className={LINK}>
          {t(done ? "sign-in.submit" : "forgot.title")}
        </Link>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t("reset.title")} text={t("reset.text")}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={t("account.new-password")}
          type="password"
          autoComplete="new-password"
          hint={t("setup.password-hint")}
          value={password}
          onChange={setPassword}
          error={request.errorOf("password")}
          required
          autoFocus
        />
        <FormError text={request.error} />
        <Button type="submit" variant="primary" size="large" pending={request.pending}>
          {t("reset.submit")}
        </Button>
      </form>
    </DoorPage>
  );
}
