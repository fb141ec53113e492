import { useJoinWords } from "./catalogue.ts";
import { problemKey } from "./problem-key.ts";
import type { Joining } from "./use-join.ts";

/** The one big button, and above it why the last try did not lead to a ticket. */
export function JoinButton({ joining }: { readonly joining: Joining }) {
  const t = useJoinWords();
  const sending = joining.kind === "sending";
  return (
    <>
      <div aria-live="assertive">
        {joining.kind === "refused" ? (
          <p className="notice notice-bad" data-testid="join-problem">
            {t(problemKey(joining.code))}
          </p>
        ) : null}
      </div>
      <button
        type="submit"
        className="button button-main join-button"
        aria-disabled={sending}
        data-testid="join"
      >
        {sending ? t("joining") : t(joining.kind === "refused" ? "again" : "join")}
      </button>
    </>
  );
}
