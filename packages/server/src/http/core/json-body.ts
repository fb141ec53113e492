import type { App } from "./app-types.ts";

/**
 * JSON bodies: an empty one counts as none (a command without arguments), and the names that could
 * reach an object's prototype are dropped by the schemas, which keep only what they know.
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
      done(null, JSON.parse(text));
    } catch (error) {
      done(error instanceof Error ? error : new Error("unreadable JSON"), undefined);
    }
  });
}
