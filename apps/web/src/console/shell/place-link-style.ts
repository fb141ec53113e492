/** A way to another screen of the same shop, in the top bar; on a phone its icon alone. */
export const PLACE_LINK_STYLE =
  "inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-2 text-sm font-medium text-accent hover:bg-sunken";
