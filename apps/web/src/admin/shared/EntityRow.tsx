import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly facts: string;
  readonly badges?: ReactNode;
  readonly children: ReactNode;
}

/** One thing that can be changed, with its buttons at the end. */
export function EntityRow({ title, facts, badges, children }: Props) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-base font-semibold">
          {title}
          {badges}
        </p>
        <p className="text-sm text-ink-soft">{facts}</p>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </li>
  );
}
