import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { newerThanEs5, type Parse } from "./lib/newer-than-es5.ts";
import { repoRoot } from "./lib/repo-root.ts";

const web = join(repoRoot, "apps", "web");
const require = createRequire(import.meta.url);
/** The parser that the minifier brings. */
const { parse } = createRequire(require.resolve("terser"))("acorn") as { readonly parse: Parse };

describe("the board for sets older than Chrome 53", () => {
  let script = "";
  let style = "";
  let html = "";

  beforeAll(() => {
    const dist = mkdtempSync(join(tmpdir(), "callnext-lite-"));
    const vite = join(repoRoot, "node_modules", ".bin", "vite");
    const options = ["--config", "vite.lite.config.ts", "--outDir", dist, "--logLevel", "warn"];
    execFileSync(vite, ["build", ...options], { cwd: web, env: { ...process.env, NODE_ENV: "production" } });
    const only = (pattern: string): string => {
      const found = globSync(pattern, { cwd: dist });
      expect(found).toHaveLength(1);
      return readFileSync(join(dist, found[0] ?? ""), "utf8");
    };
    script = only("assets/*.js");
    style = only("assets/*.css");
    html = only("pages/*.html");
    rmSync(dist, { recursive: true });
  }, 60_000);

  test("is one page with one plain script, one style sheet and one sound", () => {
    const sources = [...html.matchAll(/<(script|link|audio)\b([^>]*)>/g)].map(([, tag, rest]) => [tag, rest]);
    expect(sources.map(([tag]) => tag)).toEqual(["link", "link", "audio", "script"]);
    expect(html).not.toMatch(/type="module"|crossorigin|defer|async|<style|<script>/);
  });

  test("has a script in ES5 that names nothing younger", () => {
    expect(script.length).toBeGreaterThan(5_000);
    expect(newerThanEs5(script, parse)).toEqual([]);
  });

  test("has a style sheet without grid, flex, gaps, custom properties and younger units", () => {
    expect(style).toContain(".lite");
    expect(style).not.toMatch(
      /\b(grid|flex|gap|inset|aspect-ratio|object-fit|sticky)\b|var\(|--\w|calc\(|min\(|max\(|clamp\(|\d(vh|vw|vmin|vmax|dvh|ch)\b|:(is|where|not|has)\(|@(media|supports|layer|import)/,
    );
  });
});

test.each([
  ["an arrow", "var a = () => 1;", /Unexpected token/],
  ["a constant", "const a = 1;", /'const' is reserved|Unexpected|keyword/],
  ["a template", "var a = `b`;", /Unexpected character/],
  ["a promise", "new Promise(f);", /^Promise$/],
  ["a request of the new way", 'window.fetch("/");', /^fetch$/],
  ["a younger method", 'a.includes("b");', /^includes$/],
  ["one named in brackets", 'a["startsWith"]("b");', /^startsWith$/],
  ["a younger function", "Object.assign(a, b);", /^assign$/],
])("finds %s", (_, planted, found) => {
  expect(newerThanEs5(planted, parse).join()).toMatch(found);
});

test("leaves alone what ES5 has", () => {
  const plain = 'var a = [1].map(function (b) { return b + 1; }); JSON.stringify({ find: a.indexOf("x") });';
  expect(newerThanEs5(plain, parse)).toEqual([]);
});
