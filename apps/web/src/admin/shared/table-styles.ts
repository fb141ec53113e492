/** Of `ScrollTable`. */
export const TABLE_FRAME = "overflow-x-auto rounded-lg border border-line";
export const TABLE = "w-full border-collapse text-left text-sm";
export const HEAD_CELL = "bg-sunken px-3 py-2 font-semibold whitespace-nowrap";
/** Of each cell in its rows. */
export const CELL = "border-t border-line px-3 py-2 align-top";
