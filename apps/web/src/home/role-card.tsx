import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

/** One way into the product. */
export function RoleCard({ title, about, children }: Props) {
  return (
    <section className="card role">
      <h3>{title}</h3>
      <p className="quiet">{about}</p>
      {children}
    </section>
  );
}
