/** One request to `/api/v1{path}`; null where the state refuses it (409), because somebody else acted meanwhile. */
export type ApiCall = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer | null>;

const DEADLINE_MS = 10_000;

export function createApiCall(address: string, token: string | null): ApiCall {
  return async <Answer>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      signal: AbortSignal.timeout(DEADLINE_MS),
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status === 409) return null;
    if (!answer.ok)
      throw new Error(`${method} ${path.replace(/[0-9a-f-]{36}/g, ":id")} gave ${answer.status}`);
    return text === "" ? null : (JSON.parse(text) as Answer);
  };
}
