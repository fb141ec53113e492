const SHELLS = ["display", "join", "ticket", "book", "appointment", "waiting"] as const;

/** All pages of a kind are one document: `/ticket/abc` and `/ticket/def` are kept once, as `/ticket/`, and so is a new board's `/display`. Null: not kept. */
export function shellOf(pathname: string): string | null {
  const kind = SHELLS.find((each) => `${pathname}/`.indexOf(`/${each}/`) === 0);
  return kind === undefined ? null : `/${kind}/`;
}
