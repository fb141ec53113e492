import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import { build } from "vite";

/** What a page pays for the SDK: built for the oldest board, minified, gzipped. */
const LIMIT_BYTES = 12 * 1024;

const result = await build({
  configFile: false,
  logLevel: "silent",
  build: {
    write: false,
    target: "es2015",
    minify: false,
    lib: { entry: fileURLToPath(new URL("src/index.ts", import.meta.url)), formats: ["es"] },
  },
});
const [output] = Array.isArray(result) ? result : [];
const code = output?.output[0]?.code;
if (code === undefined) throw new Error("The build gave no code");
const minified = (await minify(code, { module: true, ecma: 2015, compress: { passes: 2 } })).code ?? "";
const bytes = gzipSync(minified, { level: 9 }).length;
console.log(`@callnext/client: ${bytes} bytes gzipped of ${LIMIT_BYTES} allowed (${minified.length} minified)`);
process.exitCode = bytes <= LIMIT_BYTES ? 0 : 1;
