/** The parts of a workspace package's package.json that its published form keeps. */
export interface SourceManifest {
  name: string;
  version: string;
  description: string;
  license: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The package.json of the tarball. `modules` are the files in dist that others may import; `index` is the package itself. */
export function publishedManifest(own: SourceManifest, modules: readonly string[]) {
  const { name, version, description, license, dependencies, peerDependencies } = own;
  const exports = modules.map((module) => [
    module === "index" ? "." : `./${module}`,
    { types: `./dist/${module}.d.ts`, import: `./dist/${module}.js` },
  ]);
  return {
    name,
    version,
    description,
    license,
    type: "module",
    sideEffects: false,
    exports: { ...Object.fromEntries(exports), "./package.json": "./package.json" },
    files: ["dist"],
    // A package with a scope is published privately otherwise.
    publishConfig: { access: "public" },
    ...(dependencies === undefined ? {} : { dependencies }),
    ...(peerDependencies === undefined ? {} : { peerDependencies }),
  };
}
