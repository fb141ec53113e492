import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repoRoot } from "./lib/repo-root.ts";
import { Consumer } from "./lib/sdk/consumer.ts";
import { packSdk } from "./lib/sdk/pack-sdk.ts";
import { gzippedBytes } from "./lib/sizes/gzipped-bytes.ts";
import { sizeBudgets } from "./lib/sizes/size-budgets.ts";

const tsc = "node_modules/typescript/bin/tsc";
const vite = "node_modules/vite/bin/vite.js";
const held = new DisposableStack();
let consumer: Consumer;

beforeAll(() => {
  const directory = mkdtempSync(join(tmpdir(), "callnext-tarballs-"));
  held.defer(() => {
    rmSync(directory, { recursive: true });
  });
  consumer = held.use(new Consumer(packSdk(directory), join(repoRoot, "examples", "vite-react")));
}, 120_000);
afterAll(() => {
  held.dispose();
});

const read = (file: string): string => readFileSync(join(consumer.directory, file), "utf8");
const done = { ok: true, output: "" };

test("the tarballs hold modules, declarations, a licence and a manual, and need nothing unpublished", () => {
  const files = consumer.files("node_modules/@callnext/**/*");
  const packages = new Set(files.map((file) => file.split("/", 3).join("/")));
  expect([...packages].toSorted()).toEqual(["node_modules/@callnext/client", "node_modules/@callnext/react"]);
  for (const name of packages) {
    expect(files).toEqual(expect.arrayContaining([`${name}/LICENSE`, `${name}/README.md`]));
  }
  expect(files.filter((file) => !/\.(js|d\.ts)$|\/(LICENSE|README\.md|package\.json)$/.test(file))).toEqual(
    [],
  );
  expect(files.filter((file) => /\.test\.|\/testing\//.test(file))).toEqual([]);
  const code = files.filter((file) => /\.(js|d\.ts)$/.test(file));
  const unpublished = /"(@callnext\/(protocol|core|server)|zod|node:[^"]*)"|from "\.[^"]*\.ts"/;
  expect(code.filter((file) => unpublished.test(read(file)))).toEqual([]);
});

test("their package.json is for the world", () => {
  const client: unknown = JSON.parse(read("node_modules/@callnext/client/package.json"));
  expect(client).toMatchObject({ license: "MIT", type: "module", sideEffects: false });
  for (const absent of ["private", "dependencies", "devDependencies"]) {
    expect(client).not.toHaveProperty(absent);
  }
  const react: unknown = JSON.parse(read("node_modules/@callnext/react/package.json"));
  expect(react).toMatchObject({
    dependencies: { "@callnext/client": expect.any(String) as string },
    peerDependencies: { react: ">=18" },
  });
  expect(react).not.toHaveProperty("devDependencies");
});

test("the example passes a strict compiler that also reads the declarations, and builds", () => {
  expect(consumer.node(tsc)).toEqual(done);
  expect(consumer.node(vite, "build", "--logLevel", "warn")).toEqual(done);
  const [bundle, ...more] = consumer.files("dist/assets/*.js");
  expect(more).toEqual([]);
  expect(read("dist/index.html")).toContain(bundle?.slice("dist/".length));
});

test("its part of @callnext/client keeps to the SDK's budget", () => {
  consumer.write(
    "parts.config.js",
    `const groups = [{ name: "callnext-client", test: /@callnext.client/ }];
     export default { build: { outDir: "parts", rolldownOptions: { output: { codeSplitting: { groups } } } } };`,
  );
  expect(consumer.node(vite, "build", "--config", "parts.config.js", "--logLevel", "warn")).toEqual(done);
  const [part = "", ...more] = consumer.files("parts/assets/callnext-client-*.js");
  expect(more).toEqual([]);
  expect(read(part)).toContain("callnext.v1");
  expect(gzippedBytes([read(part)])).toBeLessThanOrEqual(sizeBudgets["@callnext/client"]);
});

test.each(["bundler", "nodenext"])("the types of the views are real ones (%s)", (resolution) => {
  consumer.write(
    "src/views.ts",
    `import type { TopicState } from "@callnext/client";
     import type { DisplayView, WaitRange } from "@callnext/client/protocol";
     import { useDisplay } from "@callnext/react";
     export const board: () => TopicState<DisplayView> = () => useDisplay("id");
     export const number = (): string | undefined => board().view?.tickets["id"]?.number;
     // @ts-expect-error -- a ticket's number is a text
     export const wrong = (): number | undefined => board().view?.tickets["id"]?.number;
     // @ts-expect-error -- a range is of numbers
     export const range: WaitRange = ["1", 2];`,
  );
  const module = resolution === "nodenext" ? "nodenext" : "esnext";
  const compilerOptions = { module, moduleResolution: resolution };
  consumer.write(
    "views.json",
    JSON.stringify({ extends: "./tsconfig.json", compilerOptions, include: [], files: ["src/views.ts"] }),
  );
  expect(consumer.node(tsc, "-p", "views.json")).toEqual(done);
});

test("Node runs them as they are", () => {
  const program = `import { createCallnext } from "@callnext/client";
    import { useDisplay } from "@callnext/react";
    const client = createCallnext({ baseUrl: "http://localhost:1" });
    console.log(client.connection.get().kind, typeof useDisplay);
    client.close();`;
  expect(consumer.node("--input-type=module", "--eval", program)).toEqual({
    ok: true,
    output: "idle function\n",
  });
});
