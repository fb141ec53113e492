import type { ReactNode } from "react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { classNames } from "./class-names.ts";

export interface MenuAction {
  readonly id: string;
  readonly text: string;
  readonly onAction: () => void;
  readonly danger?: boolean;
  /** Why it cannot be chosen; shown beneath it. */
  readonly blocked?: string | null;
  readonly selected?: boolean;
}

interface Props {
  readonly label: string;
  readonly children: ReactNode;
  readonly groups: readonly (readonly MenuAction[])[];
  readonly className?: string;
}

export function ActionMenu({ label, children, groups, className }: Props) {
  const shown = groups.filter((group) => group.length > 0);
  return (
    <MenuTrigger>
      <AriaButton
        aria-label={label}
        className={classNames(
          "inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-lg hover:bg-sunken",
          className,
        )}
      >
        {children}
      </AriaButton>
      <Popover className="min-w-56 overflow-auto rounded-xl border border-line bg-raised text-ink shadow-xl">
        <Menu
          className="p-1.5 outline-none"
          aria-label={label}
          disabledKeys={shown
            .flat()
            .filter((each) => each.blocked)
            .map((each) => each.id)}
        >
          {shown.flatMap((group, index) => [
            ...(index === 0
              ? []
              : [<Separator key={`line-${index}`} className="my-1.5 border-t border-line" />]),
            ...group.map((action) => (
              <MenuItem
                key={action.id}
                id={action.id}
                onAction={action.onAction}
                textValue={action.text}
                className={classNames(
                  "flex min-h-11 flex-col justify-center rounded-lg px-3 py-1.5 text-sm outline-none data-[focused]:bg-accent-soft",
                  "cursor-pointer data-[disabled]:cursor-not-allowed data-[disabled]:text-ink-soft",
                  action.danger && !action.blocked && "text-bad",
                  action.selected && "font-semibold text-accent",
                )}
              >
                <span>{action.text}</span>
                {action.blocked && <span className="text-xs">{action.blocked}</span>}
              </MenuItem>
            )),
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
