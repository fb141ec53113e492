import { expect, test } from "vitest";
import { PlantedTree } from "../planted-tree.ts";
import { firstLoad } from "./first-load.ts";

test("a page's first load: what its HTML names and what that imports, without what comes later", () => {
  using tree = new PlantedTree({
    "pages/join.html": `<link rel="icon" href="/assets/icon.svg" />
      <script type="module" crossorigin src="/assets/join.js"></script>
      <link rel="modulepreload" crossorigin href="/assets/shared.js">
      <link rel="stylesheet" href="/assets/join.css">`,
    "assets/join.js": `import{a as b}from"./shared.js";import"./deep.js";const c=()=>import("./later.js");`,
    "assets/shared.js": `export*from"./deeper.js";`,
    "assets/deep.js": `import{b}from"./join.js";`,
    "assets/deeper.js": "",
  });
  expect(firstLoad(tree.root, "pages/join.html").toSorted()).toEqual([
    "assets/deep.js",
    "assets/deeper.js",
    "assets/join.css",
    "assets/join.js",
    "assets/shared.js",
  ]);
});

test("a page without a script is no page of ours", () => {
  using tree = new PlantedTree({ "empty.html": "<p></p>" });
  expect(() => firstLoad(tree.root, "empty.html")).toThrow("empty.html names no script");
});
