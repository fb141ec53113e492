import type { CallnextClient } from "@callnext/client";
import type { TicketLedger } from "@callnext/protocol";
import { useEffect, useState } from "react";
import type { TicketAnswer } from "../wire.ts";
import { type TicketKey, useTicketWords } from "./catalogue.ts";
import { type LedgerLine, ledgerLines } from "../../pages-shared/ledger-lines.ts";
import type { TicketNow } from "./ticket-now.ts";

interface Props {
  readonly client: CallnextClient;
  readonly answer: TicketAnswer;
  readonly now: TicketNow;
}

type Told =
  | { readonly state: "asking" | "failed" }
  | { readonly state: "told"; readonly lines: readonly LedgerLine[] };

/** Why the place is what it is: asked for when it is opened, and again when the place changes meanwhile. */
export function PlaceLedger({ client, answer, now }: Props) {
  const t = useTicketWords();
  const [open, setOpen] = useState(false);
  const told = useLedger(client, answer, open, now.place);
  return (
    <section className="ledger">
      <button
        type="button"
        className="button button-plain"
        data-testid="why"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t("ledger.ask")}
      </button>
      {open && told.state === "failed" ? <p role="alert">{t("refused.network")}</p> : null}
      {open && told.state === "told" ? (
        <ol className="ledger-lines" data-testid="ledger">
          {told.lines.map((line, index) => (
            <li key={told.lines.length - index} data-cause={line.kind === "own" ? line.what : line.cause}>
              <Line line={line} />
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}

function Line({ line }: { readonly line: LedgerLine }) {
  const t = useTicketWords();
  const text =
    line.kind === "own"
      ? t(`ledger.own.${line.what}` as TicketKey)
      : t(`ledger.${line.forward ? "forward" : "back"}.${line.cause}` as TicketKey, { count: line.count });
  return (
    <>
      <time dateTime={line.at}>{clockOf(line.at)}</time>
      <span>
        {text}
        {line.place === null ? null : (
          <span className="quiet"> {t("ledger.place", { place: line.place })}</span>
        )}
      </span>
    </>
  );
}

/** Old browsers know no options for this; hours and minutes are in every answer of theirs. */
function clockOf(at: string): string {
  const time = new Date(at);
  const two = (part: number): string => `0${part}`.slice(-2);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

function useLedger(client: CallnextClient, answer: TicketAnswer, open: boolean, place: number | null): Told {
  const [told, setTold] = useState<Told>({ state: "asking" });
  const { tenant_slug: tenant, ticket_id: id } = answer;
  useEffect(() => {
    if (!open) return undefined;
    let wanted = true;
    const path = `/public/tenants/${encodeURIComponent(tenant)}/tickets/${encodeURIComponent(id)}/ledger`;
    client.request<TicketLedger>("GET", path).then(
      ({ changes }) => wanted && setTold({ state: "told", lines: ledgerLines(changes) }),
      () => wanted && setTold({ state: "failed" }),
    );
    return () => {
      wanted = false;
    };
  }, [client, tenant, id, open, place]);
  return told;
}
