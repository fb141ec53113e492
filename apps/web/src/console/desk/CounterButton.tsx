import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { useDesk } from "./desk-context.ts";

export function CounterButton() {
  const { t } = useTranslation("console");
  const { counter, openDialog } = useDesk();
  return (
    <Button variant={counter === null ? "primary" : "plain"} onPress={() => openDialog({ kind: "counter" })}>
      {counter === null ? t("counter.choose") : t("counter.mine", { counter })}
    </Button>
  );
}
