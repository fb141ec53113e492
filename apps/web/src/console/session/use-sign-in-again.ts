import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** For when the session has ended under somebody's hands: sign in, and come back to this page. */
export function useSignInAgain(): { readonly text: string; readonly run: () => void } {
  const { t } = useTranslation("console");
  const queries = useQueryClient();
  const router = useRouter();
  return useMemo(
    () => ({
      text: t("sign-in.submit"),
      run: () => {
        const then = router.state.location.href;
        queries.clear();
        void router.navigate({ to: "/console/sign-in", search: { then } });
      },
    }),
    [queries, router, t],
  );
}
