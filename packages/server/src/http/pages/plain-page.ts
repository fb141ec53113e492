import type { Reply } from "../core/app-types.ts";

/** A page without scripts or styles of its own, for what has no screen. */
export function sendPlainPage(reply: Reply, status: number, title: string, words: string): Reply {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${words}</p>`;
  return reply
    .code(status)
    .header("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(html);
}
