import { createContext, useContext } from "react";

export interface Notice {
  readonly id: string;
  readonly tone: "good" | "bad" | "warn";
  readonly text: string;
  /** Something to do about it. */
  readonly action?: { readonly text: string; readonly run: () => void };
}

export interface Notices {
  /** Shows and announces it; one with the same id is replaced. */
  readonly show: (notice: Notice) => void;
  readonly dismiss: (id: string) => void;
}

export const NoticesContext = createContext<Notices | null>(null);

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (notices === null) throw new Error("useNotices outside NoticesProvider");
  return notices;
}
