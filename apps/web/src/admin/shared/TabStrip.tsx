import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly label: string;
  readonly className: string;
  /** Changes with the place that is open. */
  readonly place: string;
  readonly children: ReactNode;
}

/** A row of links that may be wider than the screen: where one is stands in sight. */
export function TabStrip({ label, className, place, children }: Props) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = strip.current?.querySelector('[aria-current="page"]');
    here?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [place]);
  return (
    <nav ref={strip} aria-label={label} className={className}>
      {children}
    </nav>
  );
}
