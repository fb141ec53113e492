import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemNamed, problemOf } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import { DoorPage } from "../shell/DoorPage.tsx";
import { halfQuery } from "./factors/half-query.ts";
import { SecondFactorStep } from "./factors/SecondFactorStep.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { useSignIn } from "./use-sign-in.ts";

const route = getRouteApi("/console/sign-in");

/** Address and password, or another way; then the second factor, where there is one. */
export function SignInPage() {
  const { t } = useTranslation("console");
  const { then, step, refused } = route.useSearch();
  const signingIn = useSignIn(then);
  const [elsewhere, setElsewhere] = useState(step === "second-factor");
  const begun = useQuery(halfQuery(useCallnext(), elsewhere));
  const half = signingIn.half ?? (elsewhere ? (begun.data ?? null) : null);
  if (half !== null) {
    return (
      <DoorPage title={t("second-factor.title")} text={t("second-factor.text")}>
        <SecondFactorStep
          half={half}
          onDone={signingIn.enter}
          onOver={(reason) => {
            setElsewhere(false);
            signingIn.startAgain(reason);
          }}
        />
      </DoorPage>
    );
  }
  const problem = refused !== undefined ? problemNamed(refused) : begun.error && problemOf(begun.error);
  return (
    <DoorPage title={t("sign-in.title")}>
      <SignInForm
        then={then}
        signingIn={signingIn}
        notice={problem === null ? null : problemText(t, problem)}
      />
    </DoorPage>
  );
}
