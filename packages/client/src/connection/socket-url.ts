const PATH = "/ws/v1";

/** `http://host` or `ws://host`, with or without the path, → `ws://host/ws/v1`. */
export function socketUrl(base: string): string {
  const trimmed = base.replace(/^http/, "ws").replace(/\/+$/, "");
  return trimmed.slice(-PATH.length) === PATH ? trimmed : trimmed + PATH;
}
