import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { packagedChromium } from "./packaged-chromium.ts";
import { tryBrowser } from "./try-browser.ts";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A browser for the tests: the one that CALLNEXT_CHROMIUM names, an installed one, as root Debian's package,
 * else the one in the npm package. Undefined when none of them starts.
 */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env["CALLNEXT_CHROMIUM"];
  if (named !== undefined && named !== "") return tryBrowser(named) ? named : undefined;
  const installed = findInstalled();
  if (installed !== undefined) return installed;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    installByApt();
    const fresh = findInstalled();
    if (fresh !== undefined) return fresh;
  }
  console.log("No Chromium is installed: unpacking the one from node_modules.");
  const packaged = await packagedChromium().catch((error: unknown) => {
    console.error(`The packaged Chromium cannot be unpacked: ${String(error)}`);
    return undefined;
  });
  return packaged !== undefined && tryBrowser(packaged) ? packaged : undefined;
}

function findInstalled(): string | undefined {
  return usual.find((path) => existsSync(path) && tryBrowser(path));
}

function installByApt(): void {
  console.log("No Chromium is installed: installing Debian's with apt-get.");
  const apt = (...args: string[]): void => {
    spawnSync("apt-get", args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      timeout: 300_000,
    });
  };
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium");
}
