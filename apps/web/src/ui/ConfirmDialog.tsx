import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

interface Props {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly open: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog({ title, text, confirm, open, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} open={open} onClose={onClose} alert>
      <p className="text-base">{text}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{t("action.back")}</Button>
        <Button
          variant="danger"
          autoFocus
          onPress={() => {
            onConfirm();
            onClose();
          }}
        >
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
