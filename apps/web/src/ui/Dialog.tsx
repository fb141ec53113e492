import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { classNames } from "./class-names.ts";

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  readonly alert?: boolean;
}

export function Dialog({ title, open, onClose, children, wide = false, alert = false }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      isDismissable={!alert}
      className="fixed inset-0 z-40 flex print:opacity-0 items-end justify-center bg-black/50 sm:items-center sm:p-6"
    >
      <Modal
        className={classNames(
          "flex max-h-[95dvh] w-full flex-col overflow-hidden rounded-t-2xl bg-surface text-ink shadow-2xl sm:rounded-2xl",
          wide ? "sm:max-w-3xl" : "sm:max-w-lg",
        )}
      >
        <AriaDialog role={alert ? "alertdialog" : "dialog"} className="flex min-h-0 flex-col outline-none">
          <div className="flex items-center justify-between gap-3 border-b border-line py-2 pr-2 pl-5">
            <Heading slot="title" className="text-lg font-semibold">
              {title}
            </Heading>
            <Button variant="quiet" size="icon" label={t("action.close")} onPress={onClose}>
              <Icon name="close" />
            </Button>
          </div>
          <div className="overflow-y-auto p-5">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
