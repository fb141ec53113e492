import { useBookWords } from "./catalogue.ts";
import { ChoiceList, type TitleRef } from "./choice-list.tsx";
import { ANYONE, type Person } from "./wish.ts";

interface Props {
  readonly people: readonly Person[];
  readonly titleRef: TitleRef;
  readonly onChoose: (id: string) => void;
}

export function PersonStep({ people, titleRef, onChoose }: Props) {
  const t = useBookWords();
  const persons = people.some(({ is_person }) => is_person);
  return (
    <ChoiceList
      title={t(persons ? "person" : "place")}
      titleRef={titleRef}
      testId="person"
      choices={[
        { id: ANYONE, name: t(persons ? "anyone" : "anyPlace"), about: t("anyoneHint") },
        ...people.map(({ id, name }) => ({ id, name, about: null })),
      ]}
      onChoose={onChoose}
    />
  );
}
