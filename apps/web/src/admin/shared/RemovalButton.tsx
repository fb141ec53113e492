import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { useSave } from "./use-save.ts";

interface Props {
  readonly tenant: string;
  readonly path: string;
  readonly button: string;
  /** The button's name for those who hear it: which thing it is about. */
  readonly label: string;
  readonly title: string;
  readonly text: string;
}

/** Deletes something after a question. */
export function RemovalButton({ tenant, path, button, label, title, text }: Props) {
  const [asking, setAsking] = useState(false);
  const saving = useSave(tenant);
  return (
    <>
      <Button
        variant="quiet"
        className="!text-bad"
        pending={saving.pending}
        onPress={() => setAsking(true)}
        label={label}
      >
        {button}
      </Button>
      <ConfirmDialog
        open={asking}
        title={title}
        text={text}
        confirm={button}
        onConfirm={() => void saving.save("DELETE", path)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
