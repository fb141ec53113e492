import react from "@vitejs/plugin-react";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/** react-aria carries its own words in 34 languages; the console speaks to it in French or English only. */
function onlyOurLocales(): Plugin {
  const foreign = /react-(?:aria|stately)\/dist\/private\/intl\/.*\/(?!fr-FR|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;
  return {
    name: "callnext-only-our-locales",
    enforce: "pre",
    load: (id) => (foreign.test(id) ? "export default {};" : null),
  };
}

export default defineConfig({
  root: new URL("./src", import.meta.url).pathname,
  base: "/",
  publicDir: false,
  plugins: [onlyOurLocales(), react(), tailwindcss()],
  build: {
    outDir: new URL("./dist", import.meta.url).pathname,
    // The boards and visitor pages build into the same folder.
    emptyOutDir: false,
    target: "es2022",
    sourcemap: false,
    // A data: URL would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: new URL("./src/console/index.html", import.meta.url).pathname,
      output: {
        entryFileNames: "assets/console-[name]-[hash].js",
        chunkFileNames: "assets/console-[name]-[hash].js",
        assetFileNames: "assets/console-[name]-[hash][extname]",
      },
    },
  },
});
