import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compilePackage } from "./compile-package.ts";
import { copyModules } from "./copy-modules.ts";

/** The module of the published SDK that stands for `@callnext/protocol`, which is not published. */
export const carriedModule = "protocol";

/** What the SDK's declarations name of the wire itself, by the protocol's file. These files need no schema. */
const WIRE: Readonly<Record<string, readonly string[]>> = {
  "native/frames": ["BoardSound", "Cursor", "DownFrame", "SeenCall", "SeenFrame", "UpFrame"],
  "native/boards-view": ["BoardOnWire", "BoardsView", "CallSeen"],
};

/**
 * Writes the types of the views into the SDK. They come from the core, through the protocol; the SDK's
 * declarations and an integrator's code name them, and neither needs the schemas or the rules.
 */
export function carryTypes(scratch: string, to: string): void {
  const core = join(scratch, "core");
  const protocol = join(scratch, "protocol");
  compilePackage("core", core);
  compilePackage("protocol", protocol);
  const wanted = new Set(
    typeExports(join(protocol, "index.d.ts"))
      .filter(({ specifier }) => specifier === "@callnext/core")
      .flatMap(({ names }) => names),
  );
  const lines: string[] = [];
  for (const { names, specifier } of typeExports(join(core, "index.d.ts"))) {
    const carried = names.filter((name) => wanted.delete(name));
    if (carried.length === 0) continue;
    const file = specifier.replace(/^\.\//, "").replace(/\.ts$/, "");
    lines.push(`export type { ${carried.join(", ")} } from "./${carriedModule}/${file}.js";\n`);
    const packages = copyModules({ from: core, entry: `${file}.d.ts`, to: join(to, carriedModule) });
    if (packages.length > 0) throw new Error(`the types of views need ${packages.join(", ")}`);
  }
  if (wanted.size > 0) throw new Error(`the core exports no type ${[...wanted].join(", ")}`);
  lines.push(...carryWire(protocol, to));
  writeFileSync(join(to, `${carriedModule}.d.ts`), lines.join(""));
  // Types only; the module is there for compilers that keep an import whose names are all types.
  writeFileSync(join(to, `${carriedModule}.js`), "export {};\n");
}

function carryWire(protocol: string, to: string): string[] {
  return Object.entries(WIRE).map(([file, names]) => {
    const packages = copyModules({
      from: protocol,
      entry: `${file}.d.ts`,
      to: join(to, carriedModule, "wire"),
      rename: (specifier, importer) =>
        specifier === "@callnext/core"
          ? `${"../".repeat(importer.split("/").length + 1)}${carriedModule}.js`
          : specifier,
    });
    if (packages.length > 0) throw new Error(`the types of the wire need ${packages.join(", ")}`);
    return `export type { ${names.join(", ")} } from "./${carriedModule}/wire/${file}.js";\n`;
  });
}

/** Each `export type { … } from "…"` of a declaration file, as the compiler writes them. */
function typeExports(file: string): { names: string[]; specifier: string }[] {
  const statements = readFileSync(file, "utf8").matchAll(/^export type \{([^}]*)\} from "([^"]+)";$/gm);
  return [...statements].map(([, names = "", specifier = ""]) => ({
    names: names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    specifier,
  }));
}
