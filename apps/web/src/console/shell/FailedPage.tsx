import { CallnextError } from "@callnext/client";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { problemOf } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import { DoorPage } from "./DoorPage.tsx";

export function FailedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation("console");
  const router = useRouter();
  return (
    <DoorPage title={t("failed.title")}>
      <p role="alert">
        {error instanceof CallnextError ? problemText(t, problemOf(error)) : t("failed.text")}
      </p>
      <Button
        variant="primary"
        className="mt-6"
        onPress={() => {
          reset();
          void router.invalidate();
        }}
      >
        {t("action.retry")}
      </Button>
    </DoorPage>
  );
}
