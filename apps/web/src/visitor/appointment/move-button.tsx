import { useAppointmentWords } from "./catalogue.ts";

export function MoveButton({ onMove }: { readonly onMove: () => void }) {
  const t = useAppointmentWords();
  return (
    <button type="button" className="button" data-testid="move" onClick={onMove}>
      {t("change.ask")}
    </button>
  );
}
