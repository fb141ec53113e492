import type { ReactNode } from "react";
import { LanguageSwitch } from "./language-switch.tsx";

/** The top of a page: whose it is, and its language. */
export function PageHead({ children }: { readonly children: ReactNode }) {
  return (
    <header className="page-head">
      <div className="page-owner">{children}</div>
      <LanguageSwitch />
    </header>
  );
}
