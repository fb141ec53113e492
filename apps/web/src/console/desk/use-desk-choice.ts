import { useCallback, useState } from "react";
import { recall, remember } from "../../ui/remembered.ts";
import { readChoice, type ChosenDesk } from "./logic/read-choice.ts";

export interface DeskChoice extends ChosenDesk {
  readonly choose: (choice: ChosenDesk) => void;
}

/** The counter and the queues that this browser works with, kept per shop. */
export function useDeskChoice(tenant: string, shopId: number): DeskChoice {
  const key = `desk.${tenant}.${shopId}`;
  const [chosen, setChosen] = useState<ChosenDesk>(() => readChoice(recall(key)));
  const choose = useCallback(
    (choice: ChosenDesk) => {
      setChosen(choice);
      remember(key, JSON.stringify(choice));
    },
    [key],
  );
  return { ...chosen, choose };
}
