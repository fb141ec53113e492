/** What the server wants shown; a touch on it leads to `url`. */
export interface Pushed {
  readonly title: string;
  readonly text: string;
  /** An address on this server. */
  readonly url: string;
  /** A later one of the same tag takes its place. */
  readonly tag: string;
}

/** A message as it was pushed. What is no message still has to be shown as something: browsers ask for that. */
export function pushed(text: string, origin: string): Pushed {
  const fields = fieldsOf(text);
  return {
    title: fields["title"] ?? "Callnext",
    text: fields["text"] ?? "",
    url: ownAddress(fields["url"] ?? "/", origin),
    tag: fields["tag"] ?? "callnext",
  };
}

/** Nothing that came from outside leads to another site. */
function ownAddress(url: string, origin: string): string {
  try {
    const { href, origin: itsOrigin } = new URL(url, origin);
    return itsOrigin === origin ? href : `${origin}/`;
  } catch {
    return `${origin}/`;
  }
}

function fieldsOf(text: string): Readonly<Record<string, string | undefined>> {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // Not ours.
  }
  if (typeof value !== "object" || value === null) return {};
  const fields = value as Readonly<Record<string, unknown>>;
  const texts: Record<string, string> = {};
  for (const name of ["title", "text", "url", "tag"]) {
    const field = fields[name];
    if (typeof field === "string") texts[name] = field;
  }
  return texts;
}
