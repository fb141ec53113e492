import { useId, type ReactNode, type Ref } from "react";
import { Button as AriaButton } from "react-aria-components";
import { BUTTON_SIZES, BUTTON_VARIANTS, type ButtonSize, type ButtonVariant } from "./button-styles.ts";
import { classNames } from "./class-names.ts";

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly type?: "button" | "submit";
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly pending?: boolean;
  /** Why it cannot be used now. It stays reachable, says why, and does nothing. */
  readonly blocked?: string | null;
  readonly label?: string;
  readonly slot?: string | null;
  readonly className?: string;
  readonly shortcut?: string;
  readonly expanded?: boolean;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const { children, onPress, type = "button", variant = "plain", size = "normal", pending = false, blocked = null } = props;
  const reasonId = useId();
  return (
    <AriaButton
      {...(props.ref === undefined ? {} : { ref: props.ref })}
      {...(props.slot === undefined ? {} : { slot: props.slot })}
      {...(props.label === undefined ? {} : { "aria-label": props.label })}
      {...(props.expanded === undefined ? {} : { "aria-expanded": props.expanded })}
      {...(onPress === undefined ? {} : { onPress: () => (blocked === null ? onPress() : undefined) })}
      {...(blocked === null ? {} : { "aria-disabled": true, "aria-describedby": reasonId })}
      autoFocus={props.autoFocus ?? false}
      type={type}
      isPending={pending}
      className={classNames(
        "inline-flex items-center justify-center gap-2 rounded-lg font-medium transition-colors select-none",
        "data-[pending]:opacity-70 data-[pending]:cursor-progress disabled:cursor-not-allowed",
        BUTTON_SIZES[size],
        BUTTON_VARIANTS[variant],
        blocked !== null && "!cursor-not-allowed !border-line !bg-sunken !text-ink-soft shadow-none",
        props.className,
      )}
    >
      {pending && <span aria-hidden className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent" />}
      {children}
      {props.shortcut !== undefined && (
        <kbd aria-hidden className="ml-auto rounded border border-current/40 px-1.5 font-sans text-xs font-semibold max-md:hidden">
          {props.shortcut}
        </kbd>
      )}
      {blocked !== null && (
        <span id={reasonId} hidden>
          {blocked}
        </span>
      )}
    </AriaButton>
  );
}
