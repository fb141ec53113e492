/** `npm run pack:sdk [-- DIRECTORY]`: tarballs of @callnext/client and @callnext/react, by default into dist/sdk. */
import { join, resolve } from "node:path";
import { repoRoot } from "./lib/repo-root.ts";
import { packSdk } from "./lib/sdk/pack-sdk.ts";

for (const tarball of packSdk(resolve(process.argv[2] ?? join(repoRoot, "dist", "sdk"))))
  console.log(tarball);
