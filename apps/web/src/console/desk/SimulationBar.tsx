import { useCallnext } from "@callnext/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { useNotices } from "../../ui/notices/notices-context.ts";
import { problemOf } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import { useDemo } from "../session/use-demo.ts";
import { useDesk } from "./desk-context.ts";

interface Simulation {
  readonly running: boolean;
}

/** On a demo server: an ordinary morning at the press of a button. */
export function SimulationBar() {
  const { t } = useTranslation("console");
  const { tenant } = useDesk();
  const client = useCallnext();
  const queries = useQueryClient();
  const notices = useNotices();
  const isDemo = useDemo()?.tenants.some((each) => each.slug === tenant) ?? false;
  const key = ["simulation", tenant];
  const path = `/tenants/${tenant}/demo/simulation`;
  const state = useQuery({
    queryKey: key,
    enabled: isDemo,
    queryFn: () => client.request<Simulation>("GET", path),
  });
  const change = useMutation({
    mutationFn: (running: boolean) => client.request<Simulation>("POST", path, { running }),
    onSuccess: (answer) => queries.setQueryData(key, answer),
    onError: (error) =>
      notices.show({ id: "simulation", tone: "bad", text: problemText(t, problemOf(error)) }),
  });
  if (!isDemo || state.data === undefined) return null;
  const { running } = state.data;
  return (
    <aside
      aria-label={t("simulation.title")}
      className="flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-b border-line bg-accent-soft px-4 py-1.5 text-sm"
    >
      <span>{running ? t("simulation.running") : t("simulation.text")}</span>
      <Button pending={change.isPending} onPress={() => change.mutate(!running)}>
        {running ? t("simulation.stop") : t("simulation.start")}
      </Button>
    </aside>
  );
}
