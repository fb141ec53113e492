import { defineConfig } from "vite";

/** The service worker of the visitors' pages and boards, one classic script at a fixed name. */
export default defineConfig({
  root: new URL("./src", import.meta.url).pathname,
  publicDir: false,
  build: {
    outDir: new URL("./dist", import.meta.url).pathname,
    emptyOutDir: false,
    target: "es2015",
    minify: "terser",
    modulePreload: false,
    rolldownOptions: {
      input: new URL("./src/pages-shared/worker/service-worker.ts", import.meta.url).pathname,
      output: { format: "iife", entryFileNames: "pages/sw.js" },
    },
  },
});
