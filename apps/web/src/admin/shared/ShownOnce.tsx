import { Button } from "../../ui/Button.tsx";
import { CopyText } from "../../ui/CopyText.tsx";

interface Props {
  readonly warning: string;
  readonly label: string;
  readonly secret: string;
  readonly how: string;
  /** What whoever has taken it presses. */
  readonly kept: string;
  readonly onDone: () => void;
}

/** A secret that is told this once, to be taken where it is used. */
export function ShownOnce({ warning, label, secret, how, kept, onDone }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="rounded-lg bg-warn-soft p-4 text-warn">
        {warning}
      </p>
      <CopyText label={label} text={secret} />
      <p className="text-sm text-ink-soft">{how}</p>
      <div className="flex justify-end">
        <Button variant="primary" onPress={onDone}>
          {kept}
        </Button>
      </div>
    </div>
  );
}
