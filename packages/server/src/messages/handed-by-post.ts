import type { OutboundAnswer } from "../outbound/guarded-post.ts";
import { failed, type Handed, SENT } from "./handed.ts";

/** Whoever answered did not wait for the end of it: it may have come through all the same. */
const UNHEARD = new Set([408, 504]);

/** What another server's answer to a message comes to. */
export function handedByPost(answer: OutboundAnswer): Handed {
  if (answer.ok) {
    const { status } = answer;
    if (status >= 200 && status < 300) return SENT;
    if (UNHEARD.has(status)) return failed("no-answer");
    return status === 429 || status >= 500 ? failed("not-taken", true) : failed("refused");
  }
  switch (answer.failure) {
    // It may have come through all the same, so another try could bring it twice.
    case "too-slow":
    case "answer-too-large":
      return failed("no-answer");
    case "url-refused":
    case "address-refused":
      return failed("address-refused");
    case "redirected":
      return failed("refused");
    case "name-unknown":
      return failed("not-taken", true);
    case "unreachable":
      return answer.said === true ? failed("no-answer") : failed("not-taken", true);
  }
}
