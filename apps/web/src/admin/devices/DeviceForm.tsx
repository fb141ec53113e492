import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useSave } from "../shared/use-save.ts";
import type { ManagedDevice } from "./devices-query.ts";
import { type ChosenDisplay, DisplayChoice } from "./DisplayChoice.tsx";

interface Props {
  readonly tenant: string;
  readonly device: ManagedDevice;
  readonly onDone: () => void;
}

/** Another name, or another display. */
export function DeviceForm({ tenant, device, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, ["name", "display_id"]);
  const [name, setName] = useState(device.name);
  const [chosen, choose] = useState<ChosenDisplay>({
    shopId: String(device.shop_id),
    displayId: device.display_id ?? "",
  });
  const send = async () => {
    const moves = chosen.displayId !== (device.display_id ?? "");
    const body = { name, ...(moves ? { display_id: chosen.displayId } : {}) };
    if ((await saving.save("PATCH", `/devices/${device.id}`, body)) !== null) onDone();
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t("devices.name")}
        value={name}
        onChange={setName}
        error={saving.errorOf("name")}
        maxLength={80}
        required
        autoFocus
      />
      {device.kind === "board" && (
        <DisplayChoice
          tenant={tenant}
          value={chosen}
          onChange={choose}
          error={saving.errorOf("display_id")}
        />
      )}
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
