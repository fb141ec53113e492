import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useRequest } from "../api/use-request.ts";
import { DoorPage } from "../shell/DoorPage.tsx";
import { FormError } from "../shell/FormError.tsx";
import { LINK } from "../shell/link-style.ts";

/** Asks for a link to choose another password. What it says is the same for every address. */
export function ForgotPage() {
  const { t, i18n } = useTranslation("console");
  const request = useRequest(["email"]);
  const [email, setEmail] = useState("");
  const [asked, setAsked] = useState(false);
  const send = async (): Promise<void> => {
    const body = { email: email.trim(), locale: i18n.language };
    if ((await request.send("POST", "/auth/password-reset/request", body)) !== undefined) setAsked(true);
  };
  return (
    <DoorPage title={t("forgot.title")} text={t("forgot.text")}>
      {asked ? (
        <p role="status" className="rounded-lg bg-good-soft p-4 text-good">
          {t("forgot.asked", { email: email.trim() })}
        </p>
      ) : (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextField
            label={t("field.email")}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            error={request.errorOf("email")}
            required
            autoFocus
          />
          <FormError text={request.error} />
          <Button type="submit" variant="primary" size="large" pending={request.pending}>
            {t("forgot.submit")}
          </Button>
        </form>
      )}
      <Link to="/console/sign-in" className={`mt-4 ${LINK}`}>
        {t("forgot.back")}
      </Link>
    </DoorPage>
  );
}
