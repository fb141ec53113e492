import type { FormState } from "../shared/use-form.ts";
import type { Saving } from "../shared/use-save.ts";
import type { DisplayDraft } from "./display-draft.ts";

/** What every part of the display's form gets. */
export interface DisplayPart {
  readonly form: FormState<DisplayDraft>;
  readonly saving: Saving;
}
