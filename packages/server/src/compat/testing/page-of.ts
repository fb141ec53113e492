/** Where the first document's pages are served from, on a developer's machine. */
export const PAGES_ORIGIN = "http://localhost:8080";

export interface PageAnswer {
  readonly status: number;
  readonly ok: boolean;
  // oxlint-disable-next-line typescript/no-explicit-any -- pages look into answers of every shape
  readonly data: any;
}

export interface PageRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly credentials?: "include";
}

interface Running {
  readonly app: { readonly address: string };
}

/** `fetch` as a browser does it for a page of another origin: it asks first, and shows only what the server allows. */
export type Page = (path: string, request?: PageRequest) => Promise<PageAnswer>;

export function pageOf(test: Running, origin: string = PAGES_ORIGIN): Page {
  return async (path, { method = "GET", headers = {}, body, credentials } = {}) => {
    const url = `${test.app.address}${path}`;
    if (!isSimple(method, headers)) await preflight(url, origin, method, headers);
    const answer = await fetch(url, {
      method,
      headers: { ...headers, origin, "sec-fetch-site": "cross-site" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    allowed(answer, origin, credentials === "include");
    const text = await answer.text();
    return { status: answer.status, ok: answer.ok, data: text === "" ? null : JSON.parse(text) };
  };
}

const SIMPLE_METHODS = new Set(["GET", "HEAD", "POST"]);

function isSimple(method: string, headers: Readonly<Record<string, string>>): boolean {
  return SIMPLE_METHODS.has(method) && Object.keys(headers).every((name) => name.toLowerCase() === "accept");
}

async function preflight(
  url: string,
  origin: string,
  method: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const asked = names.filter((name) => name !== "accept").toSorted();
  const answer = await fetch(url, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": method,
      ...(asked.length === 0 ? {} : { "access-control-request-headers": asked.join(",") }),
    },
  });
  if (!answer.ok) throw new TypeError(`the preflight of ${method} ${url} gave ${answer.status}`);
  allowed(answer, origin, false);
  const methods = listed(answer, "access-control-allow-methods");
  if (!SIMPLE_METHODS.has(method) && !methods.includes(method.toLowerCase()))
    throw new TypeError(`${method} ${url} is not allowed across origins`);
  const allowedHeaders = listed(answer, "access-control-allow-headers");
  for (const name of asked)
    if (!allowedHeaders.includes(name))
      throw new TypeError(`${name} of ${url} is not allowed across origins`);
}

function allowed(answer: Response, origin: string, withCredentials: boolean): void {
  const named = answer.headers.get("access-control-allow-origin");
  if (named !== origin)
    throw new TypeError(`${answer.url} is not for ${origin}, but for ${named ?? "nobody"}`);
  if (withCredentials && answer.headers.get("access-control-allow-credentials") !== "true")
    throw new TypeError(`${answer.url} takes no credentials across origins`);
}

function listed(answer: Response, header: string): readonly string[] {
  return (answer.headers.get(header) ?? "").split(",").map((each) => each.trim().toLowerCase());
}
