import type { ServiceOnWire } from "@callnext/protocol";
import { useShared } from "../../pages-shared/speech.tsx";
import { useJoinWords } from "./catalogue.ts";

interface Props {
  readonly services: readonly ServiceOnWire[];
  readonly chosen: number | null;
  readonly onChoose: (id: number | null) => void;
}

/** What the visitor comes for, where the line offers more than one thing. */
export function ServicePicker({ services, chosen, onChoose }: Props) {
  const t = useJoinWords();
  const shared = useShared();
  if (services.length < 2) return null;
  return (
    <fieldset className="choices choices-small">
      <legend>{t("chooseService")}</legend>
      {services.map((service) => (
        <label key={service.id} className="choice">
          <input
            type="radio"
            name="service"
            checked={service.id === chosen}
            onChange={() => onChoose(service.id)}
          />
          <span className="choice-text">
            <span className="choice-name">{service.name}</span>
            <span className="choice-figures">
              {shared("wait.minutes", { minutes: service.duration_minutes })}
            </span>
          </span>
        </label>
      ))}
      <label className="choice">
        <input type="radio" name="service" checked={chosen === null} onChange={() => onChoose(null)} />
        <span className="choice-text">
          <span className="choice-name">{t("anyService")}</span>
        </span>
      </label>
    </fieldset>
  );
}
