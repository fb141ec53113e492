import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A temporary tree of files in which a test plants what a check must find. */
export class PlantedTree implements Disposable {
  readonly root: string = mkdtempSync(join(tmpdir(), "callnext-planted-"));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [file, text] of Object.entries(files)) {
      const path = join(this.root, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true });
  }
}
