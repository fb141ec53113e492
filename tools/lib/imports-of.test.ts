import { expect, test } from "vitest";
import { importsOf } from "./imports-of.ts";

const read = (source: string) =>
  importsOf(source).map(
    ({ specifier, typeOnly, line }) => `${line}:${typeOnly ? "type" : "value"}:${specifier}`,
  );

test("every form of import is seen, with its kind", () => {
  expect(
    read(`import { a } from "one";
import type { B } from "two";
import "three";
import c, { type D } from "four";
import * as e from "five";
import type from "six";
import type F from "seven";
export { g } from "eight";
export type { H } from "nine";
export * from "ten";
export * as i from "eleven";
const j = await import("twelve");
type K = typeof import("thirteen");
import {
  type L,
} from "fourteen";`),
  ).toEqual([
    "1:value:one",
    "2:type:two",
    "3:value:three",
    "4:value:four",
    "5:value:five",
    "6:value:six",
    "7:type:seven",
    "8:value:eight",
    "9:type:nine",
    "10:value:ten",
    "11:value:eleven",
    "12:value:twelve",
    "13:type:thirteen",
    "14:value:fourteen",
  ]);
});

test("what only looks like an import is not one", () => {
  expect(
    read(`// import "comment";
/* export * from "block"; */
const text = 'import "string"';
const template = \`import "template" \${inner({ a: "}" })} import "tail"\`;
const here = import.meta.url;
export { text, template };
export const from = "x";
loader.import("method");
import { real } from "real";`),
  ).toEqual(["9:value:real"]);
});

test("regular expressions and the text between tags do not stop or mislead the reader", () => {
  expect(
    read(`const hex = /^#([0-9a-f]{6})$/i.exec("import('no')");
const quotes = [/["'\`]/, 4 / 2 / 1];
const element = <p title="it's">Don't # import "no" </p>;
import { a } from "a";
const b = import("b");`),
  ).toEqual(["4:value:a", "5:value:b"]);
});
