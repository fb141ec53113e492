import { defineConfig } from "vite";
import { preactInstead } from "./vite.preact.ts";

const page = (name: string): string => new URL(`./src/pages/${name}.html`, import.meta.url).pathname;

/** The front door and the visitors' pages: small, for any phone of the last years. */
export default defineConfig({
  root: new URL("./src", import.meta.url).pathname,
  base: "/",
  publicDir: false,
  resolve: { alias: preactInstead },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: new URL("./dist", import.meta.url).pathname,
    // The console and the boards build into the same folder.
    emptyOutDir: false,
    target: ["es2019", "chrome73", "safari13"],
    cssTarget: ["chrome73", "safari13"],
    minify: "terser",
    modulePreload: { polyfill: false },
    // A data: URL would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        home: page("home"),
        join: page("join"),
        ticket: page("ticket"),
        book: page("book"),
        appointment: page("appointment"),
        waiting: page("waiting"),
      },
      output: {
        entryFileNames: "assets/pages-[name]-[hash].js",
        chunkFileNames: "assets/pages-[name]-[hash].js",
        assetFileNames: "assets/pages-[name]-[hash][extname]",
      },
    },
  },
});
