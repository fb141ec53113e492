import { expect, test } from "vitest";
import type { LockFile } from "./lock-file.ts";
import { missingLockEntries } from "./missing-lock-entries.ts";
import { registryAddresses } from "./registry-addresses.ts";

const lock = (packages: LockFile["packages"]): LockFile => ({ lockfileVersion: 3, packages });

test("an absent platform package gets its parent's version and the platform of its name", () => {
  const found = missingLockEntries(
    lock({
      "node_modules/fmt": {
        version: "1.2.3",
        dev: true,
        optionalDependencies: {
          "@fmt/linux-x64-musl": "1.2.3",
          "@fmt/win32-arm64-msvc": "1.2.3",
          "@fmt/linux-x64-gnu": "1.2.3",
        },
      },
      "node_modules/@fmt/linux-x64-gnu": { version: "1.2.3", optional: true },
    }),
  );
  expect(found.unknown).toEqual([]);
  expect(found.entries).toEqual({
    "node_modules/@fmt/linux-x64-musl": {
      version: "1.2.3",
      optional: true,
      dev: true,
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
    },
    "node_modules/@fmt/win32-arm64-msvc": {
      version: "1.2.3",
      optional: true,
      dev: true,
      os: ["win32"],
      cpu: ["arm64"],
    },
  });
});

test("two versions of one platform package: the second goes below its parent", () => {
  const found = missingLockEntries(
    lock({
      "node_modules/a": { optionalDependencies: { "bin-darwin-arm64": "1.0.0" } },
      "node_modules/b": { optionalDependencies: { "bin-darwin-arm64": "2.0.0" } },
    }),
  );
  expect(Object.keys(found.entries)).toEqual([
    "node_modules/bin-darwin-arm64",
    "node_modules/b/node_modules/bin-darwin-arm64",
  ]);
});

test("a nested package finds what lies beside its ancestors", () => {
  const found = missingLockEntries(
    lock({
      "packages/server": { optionalDependencies: { "pg-linux-x64": "1.0.0" } },
      "node_modules/a/node_modules/b": {
        optionalDependencies: { "pg-linux-x64": "1.0.0", "own-linux-x64": "1.0.0" },
      },
      "node_modules/a/node_modules/own-linux-x64": { version: "1.0.0" },
      "node_modules/pg-linux-x64": { version: "1.0.0" },
    }),
  );
  expect(found).toEqual({ entries: {}, unknown: [] });
});

test("what cannot be described exactly is named, not guessed", () => {
  const found = missingLockEntries(
    lock({
      "node_modules/a": { optionalDependencies: { "bin-linux-x64": "^1.0.0", "bin-universal": "1.0.0" } },
    }),
  );
  expect(found.entries).toEqual({});
  expect(found.unknown).toEqual([
    "bin-linux-x64@^1.0.0 (of node_modules/a)",
    "bin-universal@1.0.0 (of node_modules/a)",
  ]);
});

test("a registry's address in the lock is found; a workspace link is not one", () => {
  const found = registryAddresses(
    lock({
      "node_modules/a": { resolved: "https://registry.example/a.tgz" },
      "node_modules/@callnext/core": { resolved: "packages/core", link: true },
    }),
  );
  expect(found).toEqual(["node_modules/a"]);
});
