export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "normal" | "large" | "icon";

export const BUTTON_VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: "border border-transparent bg-accent text-accent-ink hover:bg-accent-hover",
  plain: "border border-line-strong/60 bg-surface text-ink hover:bg-sunken",
  quiet: "border border-transparent text-ink hover:bg-sunken",
  danger: "border border-transparent bg-bad text-bad-ink hover:bg-bad-hover",
};

/** No target is smaller than 44 by 44 pixels. */
export const BUTTON_SIZES: Readonly<Record<ButtonSize, string>> = {
  normal: "min-h-11 min-w-11 px-4 py-2 text-sm",
  large: "min-h-14 min-w-14 px-5 py-3 text-lg font-semibold",
  icon: "size-11 shrink-0",
};
