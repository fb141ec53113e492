import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useSave } from "../shared/use-save.ts";
import { type ChosenDisplay, DisplayChoice } from "./DisplayChoice.tsx";
import type { PairingWish } from "./pairing-wish.ts";

interface Props {
  readonly tenant: string;
  /** What a link brought; null: everything is entered here. */
  readonly wish: PairingWish | null;
  readonly onDone: () => void;
}

/** Makes the screen that shows a code one of ours. */
export function PairForm({ tenant, wish, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, ["code", "display_id", "name"]);
  const [code, setCode] = useState(wish?.code ?? "");
  const [name, setName] = useState("");
  const [chosen, choose] = useState<ChosenDisplay | null>(null);
  const wished = useWishedShop(wish?.displayId ?? null);
  const value = chosen ?? { shopId: wished, displayId: wish?.displayId ?? "" };
  const send = async () => {
    const body = { code, display_id: value.displayId, ...(name.trim() === "" ? {} : { name }) };
    if ((await saving.save("POST", "/devices", body)) !== null) onDone();
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
        label={t("devices.code")}
        value={code}
        onChange={(typed) => setCode(typed.toUpperCase())}
        hint={t("devices.code-hint")}
        error={saving.errorOf("code")}
        maxLength={20}
        required
        autoFocus
        className="[&_input]:font-mono [&_input]:text-xl [&_input]:tracking-widest"
      />
      <DisplayChoice tenant={tenant} value={value} onChange={choose} error={saving.errorOf("display_id")} />
      <TextField
        label={t("devices.name")}
        value={name}
        onChange={setName}
        hint={t("devices.name-hint")}
        error={saving.errorOf("name")}
        maxLength={80}
      />
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}

/** The shop of the display that the link names; empty until it is known. */
function useWishedShop(displayId: string | null): string {
  const client = useCallnext();
  const home = useQuery({
    queryKey: ["display-home", displayId],
    queryFn: async () =>
      await client.request<{ readonly shop_id: number }>(
        "GET",
        `/public/displays/${encodeURIComponent(displayId ?? "")}`,
      ),
    enabled: displayId !== null,
    retry: false,
  });
  return home.data === undefined ? "" : String(home.data.shop_id);
}
