import type { ReactNode } from "react";
import { useTitle } from "../../ui/use-title.ts";
import { ConnectionBadge } from "../live/ConnectionBadge.tsx";
import { Brand } from "./Brand.tsx";
import { UserMenu } from "./UserMenu.tsx";

interface Props {
  readonly tenant: string;
  /** Null while unknown. */
  readonly shopName: string | null;
  /** What the page shows is not proved fresh. */
  readonly stale?: boolean;
  readonly children?: ReactNode;
}

export function TopBar({ tenant, shopName, stale = false, children }: Props) {
  useTitle(shopName);
  return (
    <header className="sticky top-0 z-20 flex min-h-16 items-center gap-2 border-b border-line bg-surface px-3 md:gap-4 md:px-4">
      <div className="max-md:hidden">
        <Brand />
      </div>
      {shopName !== null && (
        <h1 className="min-w-0 truncate text-base font-semibold md:border-l md:border-line md:pl-4 md:text-lg">
          {shopName}
        </h1>
      )}
      <div className="ml-auto flex shrink-0 items-center gap-2 md:gap-4">
        <ConnectionBadge stale={stale} />
        {children}
        <UserMenu tenant={tenant} />
      </div>
    </header>
  );
}
