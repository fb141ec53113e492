import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

export function EmptyState({ title, text, children }: Props) {
  return (
    <div className="flex flex-col items-center gap-2 px-5 py-8 text-center">
      <p className="text-base font-semibold">{title}</p>
      {text && <p className="max-w-prose text-sm text-ink-soft">{text}</p>}
      {children}
    </div>
  );
}
