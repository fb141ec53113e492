import { useNow } from "../../pages-shared/use-now.ts";
import { useBookWords } from "./catalogue.ts";

/** For how long the time is kept; said aloud only once that is over. */
export function HoldNote({ until }: { readonly until: number }) {
  const t = useBookWords();
  const now = useNow(1_000);
  const over = until <= now;
  const left = Math.ceil((until - now) / 60_000);
  return (
    <>
      {over ? null : (
        <p className="notice notice-good" data-testid="kept">
          {t("kept", { count: left })}
        </p>
      )}
      <div role="status" className="live">
        {over ? (
          <p className="notice" data-testid="kept-over">
            {t("keptOver")}
          </p>
        ) : null}
      </div>
    </>
  );
}
