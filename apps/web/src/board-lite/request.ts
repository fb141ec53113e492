/** What came of a request: the body of a success, or why there is none. */
export type Answer =
  | { readonly ok: true; readonly body: unknown }
  /** `code` is null where nothing, or nothing of ours, answered. */
  | { readonly ok: false; readonly code: string | null };

const GIVE_UP_AFTER_MS = 6_000;

export interface Asked {
  readonly method: "GET" | "POST";
  /** Under `/api/v1`. */
  readonly path: string;
  readonly body?: unknown;
  readonly key: string | null;
}

/** One request, answered once or given up in time: `timeout` of XMLHttpRequest is younger than some of these sets. */
export function request(asked: Asked, done: (answer: Answer) => void): () => void {
  var over = false;
  var xhr = new XMLHttpRequest();
  function end(answer: Answer): void {
    if (over) return;
    over = true;
    clearTimeout(timer);
    done(answer);
  }
  function giveUp(): void {
    end({ ok: false, code: null });
    xhr.abort();
  }
  var timer = setTimeout(giveUp, GIVE_UP_AFTER_MS);
  xhr.onreadystatechange = function (): void {
    if (xhr.readyState === 4) end(answerOf(xhr.status, xhr.responseText));
  };
  xhr.open(asked.method, "/api/v1" + asked.path, true);
  xhr.setRequestHeader("accept", "application/json");
  if (asked.key !== null) xhr.setRequestHeader("authorization", "Device " + asked.key);
  if (asked.body === undefined) xhr.send();
  else {
    xhr.setRequestHeader("content-type", "application/json");
    xhr.send(JSON.stringify(asked.body));
  }
  return function (): void {
    over = true;
    clearTimeout(timer);
    xhr.abort();
  };
}

function answerOf(status: number, text: string): Answer {
  var body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    return { ok: false, code: null };
  }
  if (status >= 200 && status < 300) return { ok: true, body: body };
  var code = typeof body === "object" && body !== null && "code" in body ? body.code : null;
  return { ok: false, code: typeof code === "string" ? code : null };
}
