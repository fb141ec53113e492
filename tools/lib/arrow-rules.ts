/** How a workspace package may be imported: `type` means `import type` only. */
export type Arrow = "value" | "type";

export interface ArrowRule {
  /** Workspace packages that may be imported. */
  workspace: Readonly<Record<string, Arrow>>;
  /** What its tests may import beyond that. */
  tests?: Readonly<Record<string, Arrow>>;
  /** Whether `node:` modules may be imported. Tests always may. */
  node: boolean;
  /** Other packages: those its package.json declares, or this closed list. */
  others: "declared" | readonly string[];
}

const everything = {
  "@callnext/core": "value",
  "@callnext/protocol": "value",
  "@callnext/client": "value",
  "@callnext/react": "value",
  "@callnext/server": "value",
  "@callnext/dev-env": "value",
} as const;

/** The table of docs/architecture.md: arrows point at the core, nothing points at an app. */
export const arrowRules: Readonly<Record<string, ArrowRule>> = {
  "packages/core": { workspace: {}, node: false, others: [] },
  "packages/protocol": { workspace: { "@callnext/core": "type" }, node: false, others: ["zod"] },
  "packages/server": {
    workspace: { "@callnext/core": "value", "@callnext/protocol": "value" },
    node: true,
    others: "declared",
  },
  "packages/client": {
    workspace: { "@callnext/protocol": "type" },
    tests: { "@callnext/protocol": "value" },
    node: false,
    others: [],
  },
  "packages/react": {
    workspace: { "@callnext/client": "value", "@callnext/protocol": "type" },
    node: false,
    others: ["react"],
  },
  "packages/dev-env": {
    workspace: {
      "@callnext/core": "value",
      "@callnext/protocol": "value",
      "@callnext/client": "value",
      "@callnext/server": "value",
    },
    node: true,
    others: "declared",
  },
  "apps/server": { workspace: { "@callnext/server": "value" }, node: true, others: "declared" },
  "apps/web": {
    workspace: { "@callnext/client": "value", "@callnext/react": "value", "@callnext/protocol": "type" },
    tests: { "@callnext/protocol": "value" },
    node: false,
    others: "declared",
  },
  // tools/, e2e/, bench/ and the configuration files of the root.
  "": { workspace: everything, node: true, others: "declared" },
};
