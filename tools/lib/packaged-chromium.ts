import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { userInfo, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Unpacks the browser that the npm package carries, with the libraries it needs, into a folder of this user.
 * It finds those libraries by LD_LIBRARY_PATH only; a wrapper keeps that variable away from everybody else.
 */
export async function packagedChromium(): Promise<string> {
  const folder = join(tmpdir(), `callnext-chromium-${userInfo().username}`);
  const wrapper = join(folder, "chromium.sh");
  if (existsSync(wrapper)) return wrapper;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  const program = await inTemporaryFolder(folder, async () => {
    const packaged = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "bin");
    await inflate(join(packaged, "al2023.tar.br"));
    return chromium.executablePath();
  });
  const libraries = join(folder, "al2023", "lib");
  writeFileSync(
    wrapper,
    `#!/bin/sh\nexec env LD_LIBRARY_PATH='${libraries}' FONTCONFIG_PATH='${join(folder, "fonts")}' '${program}' "$@"\n`,
  );
  chmodSync(wrapper, 0o755);
  return wrapper;
}

/** The package unpacks into whatever folder the environment calls temporary, and nowhere else. */
async function inTemporaryFolder<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}
