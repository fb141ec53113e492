const PATH = "/ws/v1";

/** `http://host` or `ws://host`, with or without the path, → `ws://host/ws/v1`. */
export function socketUrl(base: string): string {
  const trimmed = base.replace(/^http/, "ws").replace(/\/+$/, "");
  return trimmed.slice(-PATH.length) === PATH ? trimmed : trimmed + PATH;
}

export function withTicket(url: string, ticket: string | null): string {
  if (ticket === null) return url;
  return `${url}${url.indexOf("?") < 0 ? "?" : "&"}ticket=${encodeURIComponent(ticket)}`;
}
