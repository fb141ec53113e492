import type { App } from "./app-types.ts";

/** Names by which a body could reach into an object's prototype; no schema of ours has one of them. */
const REACHING = new Set(["__proto__", "constructor", "prototype"]);
/** A name may also be written with escapes. */
const MAY_REACH = /__proto__|constructor|prototype|\\u/;

/**
 * JSON bodies: an empty one counts as none (a command without arguments). The names that could reach an object's
 * prototype are dropped here, other unknown ones by the schemas, which keep only what they know.
 */
export function readJsonBodies(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    const text = String(body);
    if (text.trim() === "") {
      done(null, undefined);
      return;
    }
    try {
      done(null, MAY_REACH.test(text) ? JSON.parse(text, withoutReaching) : JSON.parse(text));
    } catch (error) {
      done(error instanceof Error ? error : new Error("unreadable JSON"), undefined);
    }
  });
}

function withoutReaching(name: string, value: unknown): unknown {
  return REACHING.has(name) ? undefined : value;
}
