import { defineConfig, type Plugin } from "vite";
import { preactInstead } from "./vite.preact.ts";

/** Televisions before Chrome 61 know no module scripts: the page's one script is a plain deferred one. */
function plainScript(): Plugin {
  return {
    name: "callnext-plain-script",
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        html
          .replace(/<script type="module" crossorigin/g, "<script defer")
          .replace(/(<link[^>]*) crossorigin/g, "$1"),
    },
  };
}

/** The board: one classic script and one style sheet for browsers from Chrome 53 on. */
export default defineConfig({
  root: new URL("./src", import.meta.url).pathname,
  base: "/",
  publicDir: false,
  plugins: [plainScript()],
  resolve: { alias: preactInstead },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: new URL("./dist", import.meta.url).pathname,
    // The console and the visitors' pages build into the same folder.
    emptyOutDir: false,
    target: "es2015",
    cssTarget: "chrome53",
    minify: "terser",
    modulePreload: false,
    cssCodeSplit: false,
    // A data: URL would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: new URL("./src/pages/display.html", import.meta.url).pathname,
      output: {
        format: "iife",
        entryFileNames: "assets/board-[hash].js",
        assetFileNames: "assets/board-[name]-[hash][extname]",
      },
    },
  },
});
