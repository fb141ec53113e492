import type { FormState } from "../shared/use-form.ts";
import type { Saving } from "../shared/use-save.ts";
import type { ShopDraft } from "./shop-draft.ts";

export interface ShopFormPart {
  readonly form: FormState<ShopDraft>;
  readonly saving: Saving;
}
