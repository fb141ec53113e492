import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, text, aside, children }: Props) {
  return (
    <section className="rounded-2xl border border-line bg-surface p-5 shadow-sm">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="text-lg font-semibold">{title}</h2>
          {text && <p className="max-w-prose text-sm text-ink-soft">{text}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}
