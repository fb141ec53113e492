import { useBookWords } from "./catalogue.ts";
import { problemKey } from "./problem-key.ts";
import type { Sending } from "./use-post-once.ts";

/** A form's one big button, and above it why the last try came to nothing. */
export function SendButton({ sending, text }: { readonly sending: Sending; readonly text: string }) {
  const t = useBookWords();
  const busy = sending.kind === "sending";
  return (
    <>
      <div aria-live="assertive" className="live">
        {sending.kind === "refused" ? (
          <p className="notice notice-bad" data-testid="book-problem">
            {t(problemKey(sending.code))}
          </p>
        ) : null}
      </div>
      <button
        type="submit"
        className="button button-main book-button"
        aria-disabled={busy}
        data-testid="book"
      >
        {busy ? t("booking") : sending.kind === "refused" ? t("again") : text}
      </button>
    </>
  );
}
