import type { ShopState } from "../queue/shop.ts";
import type { ViewInput } from "../views/view-input.ts";

/** Every visitor is Jane Smith, every agent Dr. Awa Diop. */
export const viewInput = (state: ShopState, change: Partial<ViewInput> = {}): ViewInput => ({
  state,
  tenant: { slug: "clinique-madeleine", name: "Clinique Madeleine" },
  people: new Map(
    [...state.tickets.keys()].map((id) => [id, { fullName: "Jane Smith", phone: "+221770000000" }]),
  ),
  bookers: new Map(
    [...state.appointments.keys()].map((id) => [
      id,
      { fullName: "Jane Smith", phone: "+221770000000", email: "jane@smith.example", notes: null },
    ]),
  ),
  staffNames: new Map([[7, "Dr. Awa Diop"]]),
  ...change,
});
