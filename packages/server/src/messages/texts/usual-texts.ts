import type { MessageKind } from "../message-kind.ts";
import type { MessageLocale } from "../message-locale.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { MessageTexts } from "./message-texts.ts";
import { wo } from "./wo.ts";

export type UsualTexts = Readonly<Record<MessageKind, MessageTexts>>;

/** The house's own words, for whoever wrote no others. */
export const USUAL_TEXTS: Readonly<Record<MessageLocale, UsualTexts>> = { fr, en, wo };
