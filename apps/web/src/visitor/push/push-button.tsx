import type { CallnextClient } from "@callnext/client";
import { usePushWords } from "./catalogue.ts";
import { type PushSubject, usePush } from "./use-push.ts";

interface Props {
  readonly client: CallnextClient;
  readonly subject: PushSubject;
  readonly about: "appointment" | "ticket";
}

/** Messages on this phone, only for who asks for them, and off again with one touch. */
export function PushButton({ client, subject, about }: Props) {
  const t = usePushWords();
  const { state, turnOn, turnOff } = usePush(client, subject);
  if (state === "absent") return null;
  if (state === "on")
    return (
      <div className="push" data-testid="push" data-state={state}>
        <p className="notice notice-good" role="status">
          {t(`on.${about}`)}
        </p>
        <button type="button" className="button button-plain" onClick={() => void turnOff()}>
          {t("turnOff")}
        </button>
      </div>
    );
  const blocked = state === "blocked";
  return (
    <div className="push" data-testid="push" data-state={state}>
      <button
        type="button"
        className="button"
        aria-disabled={blocked || state === "busy"}
        aria-describedby="push-hint"
        onClick={() => (blocked ? undefined : void turnOn())}
      >
        {t(state === "busy" ? "busy" : `ask.${about}`)}
      </button>
      <p id="push-hint" className={state === "off" || state === "busy" ? "quiet hint" : "hint"} role="status">
        {t(hintOf(state))}
      </p>
    </div>
  );
}

function hintOf(state: "off" | "busy" | "blocked" | "failed"): "hint" | "blocked" | "failed" {
  return state === "blocked" || state === "failed" ? state : "hint";
}
