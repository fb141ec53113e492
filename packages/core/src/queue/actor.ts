/** Who did it. Staff, devices and programs (by their API key) are named by id; a visitor is known by the ticket itself. */
export type Actor =
  | { readonly kind: "staff"; readonly id: number }
  | { readonly kind: "visitor" }
  | { readonly kind: "device"; readonly id: string }
  | { readonly kind: "integration"; readonly id: string }
  | { readonly kind: "system" };
