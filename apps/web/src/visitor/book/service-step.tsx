import { useShared } from "../../pages-shared/speech.tsx";
import { useBookWords } from "./catalogue.ts";
import { ChoiceList, type TitleRef } from "./choice-list.tsx";
import type { Service } from "./wish.ts";

interface Props {
  readonly services: readonly Service[];
  readonly titleRef: TitleRef;
  readonly onChoose: (id: number) => void;
}

export function ServiceStep({ services, titleRef, onChoose }: Props) {
  const t = useBookWords();
  const shared = useShared();
  return (
    <ChoiceList
      title={t("service")}
      titleRef={titleRef}
      testId="service"
      choices={services.map(({ id, name, duration_minutes: minutes }) => ({
        id: String(id),
        name,
        about: shared("wait.minutes", { minutes }),
      }))}
      onChoose={(id) => onChoose(Number(id))}
    />
  );
}
