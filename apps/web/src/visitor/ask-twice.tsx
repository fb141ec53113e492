import { useEffect, useRef, useState } from "react";

interface Props {
  /** For tests; the second button is `{name}-yes`. */
  readonly name: string;
  readonly words: {
    readonly ask: string;
    readonly question: string;
    readonly warning?: string;
    readonly stay: string;
    readonly yes: string;
  };
  readonly busy: boolean;
  readonly onYes: () => void;
}

/** What cannot be taken back is asked twice, and the answer at hand is no. */
export function AskTwice({ name, words, busy, onYes }: Props) {
  const [asking, setAsking] = useState(false);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) stay.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button
        type="button"
        className="button button-plain"
        data-testid={name}
        onClick={() => setAsking(true)}
      >
        {words.ask}
      </button>
    );
  }
  return (
    <div className="card ask" role="group" aria-labelledby={`${name}-question`}>
      <h2 id={`${name}-question`}>{words.question}</h2>
      {words.warning === undefined ? null : <p className="quiet">{words.warning}</p>}
      <div className="ask-answers">
        <button type="button" ref={stay} className="button" onClick={() => setAsking(false)}>
          {words.stay}
        </button>
        <button
          type="button"
          className="button button-bad"
          data-testid={`${name}-yes`}
          aria-disabled={busy}
          onClick={onYes}
        >
          {words.yes}
        </button>
      </div>
    </div>
  );
}
