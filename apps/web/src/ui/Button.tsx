import { use, useId, type ReactNode, type Ref } from "react";
import { Button as AriaButton } from "react-aria-components";
import { BUTTON_SIZES, BUTTON_VARIANTS, type ButtonSize, type ButtonVariant } from "./button-styles.ts";
import { classNames } from "./class-names.ts";
import { Spinner } from "./Spinner.tsx";
import { NoticesContext } from "./notices/notices-context.ts";

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly type?: "button" | "submit";
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly pending?: boolean;
  /** Why it cannot be used now. It stays reachable, says why when pressed, and does nothing else. */
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
  const {
    children,
    onPress,
    type = "button",
    variant = "plain",
    size = "normal",
    pending = false,
    blocked = null,
  } = props;
  const reasonId = useId();
  const notices = use(NoticesContext);
  const press = (): void => {
    if (blocked !== null) notices?.show({ id: "command", tone: "warn", text: blocked });
    else if (!pending) onPress?.();
  };
  return (
    <AriaButton
      {...(props.ref === undefined ? {} : { ref: props.ref })}
      {...(props.slot === undefined ? {} : { slot: props.slot })}
      {...(props.label === undefined ? {} : { "aria-label": props.label })}
      {...(props.expanded === undefined ? {} : { "aria-expanded": props.expanded })}
      {...(type === "submit" && blocked === null ? {} : { onPress: press })}
      {...(blocked === null && !pending ? {} : { "aria-disabled": true })}
      {...(blocked === null ? {} : { "aria-describedby": reasonId })}
      autoFocus={props.autoFocus ?? false}
      type={type}
      className={classNames(
        "inline-flex items-center justify-center gap-2 rounded-lg font-medium transition-colors select-none",
        pending && "cursor-progress opacity-70",
        BUTTON_SIZES[size],
        BUTTON_VARIANTS[variant],
        props.className,
        blocked !== null && "!cursor-not-allowed !text-ink-soft",
        blocked !== null &&
          (variant === "quiet" ? "opacity-50 hover:!bg-transparent" : "!border-line !bg-sunken"),
      )}
    >
      {pending && <Spinner />}
      {children}
      {props.shortcut !== undefined && (
        <kbd
          aria-hidden
          className="ml-auto rounded border border-current/40 px-1.5 font-sans text-xs font-semibold max-md:hidden"
        >
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
