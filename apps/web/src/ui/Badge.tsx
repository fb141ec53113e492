import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const TONES = {
  calm: "bg-sunken text-ink-soft",
  accent: "bg-accent-soft text-accent",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
} as const;

export type Tone = keyof typeof TONES;

interface Props {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly title?: string;
}

export function Badge({ tone = "calm", children, title }: Props) {
  return (
    <span
      title={title}
      className={classNames(
        "inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
