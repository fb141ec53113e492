import type { StaffQueue } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { useSave } from "../shared/use-save.ts";

const STEPS = { open: ["pause", "close"], paused: ["open", "close"], closed: ["open"] } as const;

export function QueueStatusButtons({
  tenant,
  queue,
}: {
  readonly tenant: string;
  readonly queue: StaffQueue;
}) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant);
  return STEPS[queue.status].map((step) => (
    <Button
      key={step}
      label={t(`queues.${step}-of`, { name: queue.name })}
      pending={saving.pending}
      onPress={() => void saving.save("POST", `/queues/${queue.id}/${step}`, {})}
    >
      {t(`queues.${step}`)}
    </Button>
  ));
}
