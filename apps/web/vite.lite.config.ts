import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";
import { chimeWave } from "./src/board-lite/chime-wave.ts";

/** A plain script at the end of the body, which needs neither `defer` nor modules, and the chime under its hash. */
function forOldSets(): Plugin {
  const wave = chimeWave();
  const hash = createHash("sha256").update(wave).digest("hex").slice(0, 8);
  const chime = `assets/board-lite-chime-${hash}.wav`;
  return {
    name: "callnext-for-old-sets",
    buildStart() {
      this.emitFile({ type: "asset", fileName: chime, source: wave });
    },
    transformIndexHtml: {
      order: "post",
      handler: (html) => {
        const script = /\s*<script type="module" crossorigin( src="[^"]+"><\/script>)/.exec(html);
        if (script === null) throw new Error("the page has no script");
        return html
          .replace(script[0], "")
          .replace("</body>", `<script${script[1] ?? ""}\n  </body>`)
          .replace(/(<link[^>]*) crossorigin/g, "$1")
          .replace("/assets/board-lite-chime.wav", `/${chime}`);
      },
    },
  };
}

/** The board for sets older than the other one's floor. Its sources are written in ES5, for nothing here could lower them. */
export default defineConfig({
  root: new URL("./src", import.meta.url).pathname,
  base: "/",
  publicDir: false,
  plugins: [forOldSets()],
  build: {
    outDir: new URL("./dist", import.meta.url).pathname,
    // The other pages build into the same folder.
    emptyOutDir: false,
    target: "es2015",
    cssMinify: false,
    minify: "terser",
    terserOptions: { ecma: 5, compress: { arrows: false, ecma: 5 }, format: { ecma: 5 } },
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: new URL("./src/pages/board-lite.html", import.meta.url).pathname,
      output: {
        format: "iife",
        topLevelVar: true,
        entryFileNames: "assets/board-lite-[hash].js",
        assetFileNames: "assets/board-lite-[name]-[hash][extname]",
      },
    },
  },
});
