import type { ReactNode } from "react";
import { LanguageSwitch } from "../../ui/LanguageSwitch.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import { useTitle } from "../../ui/use-title.ts";
import { Brand } from "./Brand.tsx";

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The pages before the desk: one card in the middle. */
export function DoorPage({ title, text, wide = false, children }: Props) {
  useTitle(title);
  return (
    <div className="flex grow flex-col items-center px-4 py-6 sm:py-12">
      <main className={`w-full ${wide ? "max-w-2xl" : "max-w-md"}`}>
        <div className="mb-6 flex items-center justify-between">
          <Brand />
          <ThemeSwitch />
        </div>
        <div className="rounded-2xl border border-line bg-surface p-6 shadow-sm sm:p-8">
          <h1 className="mb-1 text-2xl font-bold">{title}</h1>
          {text && <p className="text-ink-soft">{text}</p>}
          <div className="mt-6">{children}</div>
        </div>
        <div className="mt-6 flex justify-center">
          <LanguageSwitch />
        </div>
      </main>
    </div>
  );
}
