import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Edit, PlantedBug } from "./bug.ts";

const ROOT = resolve(import.meta.dirname, "../../../../..");
const SIMULATION = "packages/dev-env/src/simulation";
/** What the simulation runs, as far as it is ours. */
const COPIED = ["packages/core", "packages/protocol", "packages/server", "packages/client", SIMULATION];
const LEFT_OUT = /\/(node_modules|dist|dist-types)(\/|$)|\.test\.tsx?$/;

export interface PatchedCopy extends Disposable {
  /** A file of the copied simulation. */
  url(file: string): URL;
}

/** The text with the edit made; throws where the code has moved on and the edit no longer fits. */
export const edited = (text: string, { file, find, replace }: Edit): string => {
  const found = text.split(find).length - 1;
  if (found !== 1)
    throw new Error(`A planted bug fits ${found} times into ${file}; it must fit once: ${find}`);
  return text.replace(find, () => replace);
};

/** Our own packages resolve to the copy, all others to what is installed. */
const linkModules = (copy: string): void => {
  const installed = join(ROOT, "node_modules");
  mkdirSync(join(copy, "node_modules/@callnext"), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name !== "@callnext" && !name.startsWith("."))
      symlinkSync(join(installed, name), join(copy, "node_modules", name));
  }
  for (const name of ["core", "protocol", "server", "client"])
    symlinkSync(join(copy, "packages", name), join(copy, "node_modules/@callnext", name));
};

/** The sources in a temporary directory, with one bug planted. */
export const patchedCopy = (bug: PlantedBug): PatchedCopy => {
  const copy = mkdtempSync(join(tmpdir(), "callnext-bug-"));
  for (const folder of COPIED)
    cpSync(join(ROOT, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !LEFT_OUT.test(path.slice(ROOT.length)),
    });
  cpSync(join(ROOT, "packages/dev-env/package.json"), join(copy, "packages/dev-env/package.json"));
  linkModules(copy);
  for (const edit of bug.edits) {
    const path = join(copy, edit.file);
    writeFileSync(path, edited(readFileSync(path, "utf8"), edit));
  }
  return {
    url: (file) => pathToFileURL(join(copy, SIMULATION, file)),
    [Symbol.dispose]: () => rmSync(copy, { recursive: true, force: true }),
  };
};
