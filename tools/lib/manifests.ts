import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The parts of a package.json that the arrows check reads. */
export interface Manifest {
  name?: string;
  exports?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export function readManifest(root: string, folder: string): Manifest {
  const path = join(root, folder, "package.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Manifest) : {};
}

/** Whether a package may be imported: always what is installed with it; development packages where they suffice. */
export function declares(manifest: Manifest, name: string, development: boolean): boolean {
  const places = [manifest.dependencies, manifest.peerDependencies, manifest.optionalDependencies];
  if (development) places.push(manifest.devDependencies);
  return places.some((place) => place?.[name] !== undefined);
}
