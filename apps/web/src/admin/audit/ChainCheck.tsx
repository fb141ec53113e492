import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Section } from "../shared/Section.tsx";
import { type ChainState, useChainCheck } from "./use-chain-check.ts";

/** Shows whether the log is still what was written. */
export function ChainCheck({ tenant }: { readonly tenant: string }) {
  const { t } = useTranslation("admin");
  const { pending, failed, found, start } = useChainCheck(tenant);
  return (
    <Section
      title={t("audit.chain")}
      text={t("audit.chain-text")}
      aside={
        <Button pending={pending} onPress={start}>
          {t("audit.verify")}
        </Button>
      }
    >
      <div role="status" className="break-words">
        {failed && <p className="text-bad">{t("audit.failed-load")}</p>}
        {found !== null && <Found found={found} />}
      </div>
    </Section>
  );
}

function Found({ found }: { readonly found: ChainState }) {
  const { t } = useTranslation("admin");
  switch (found.state) {
    case "empty":
      return <p>{t("audit.chain-empty")}</p>;
    case "unfinished":
      return <p>{t("audit.checking", { to: found.to })}</p>;
    case "broken":
      return (
        <p className="font-semibold text-bad">
          {t("audit.broken", { at: found.at, why: t(`audit-why.${found.why}`) })}
        </p>
      );
    case "intact":
      return (
        <>
          <p className="font-medium text-good">
            {t("audit.intact", { from: found.from, to: found.to, hash: found.hash })}
          </p>
          {found.from > 1 && (
            <p className="text-sm text-ink-soft">{t("audit.older-gone", { from: found.from })}</p>
          )}
        </>
      );
  }
}
