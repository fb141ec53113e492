import type { Language } from "../../i18n/languages.ts";
import type { BoardTheme } from "../board-theme.ts";
import type { BoardTranslate } from "../catalogue.ts";
import type { BoardFacts } from "../state/board-facts.ts";

/** What every part of a board draws from. */
export interface Screen {
  readonly facts: BoardFacts;
  readonly theme: BoardTheme;
  readonly t: BoardTranslate;
  readonly language: Language;
  /** Server's clock minus this machine's, ms. */
  readonly clockOffset: number;
}
