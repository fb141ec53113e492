import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeDirectory } from "./make-directory.ts";

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "callnext-directory-"));
});
afterEach(() => rm(base, { recursive: true, force: true }));

test("makes all that is missing, also when several do so at once", async () => {
  const path = join(base, "a", "b", "c");
  await Promise.all([1, 2, 3, 4].map(() => makeDirectory(path)));
  expect((await stat(path)).isDirectory()).toBe(true);
  await makeDirectory(path);
});

test.runIf(process.platform === "linux")("fails at once where the system makes no directories", async () => {
  await expect(makeDirectory("/proc/nope/data")).rejects.toMatchObject({
    syscall: "mkdir",
    path: "/proc/nope",
  });
});

test("fails where a file is in the way", async () => {
  const file = join(base, "file");
  await writeFile(file, "");
  await expect(makeDirectory(file)).rejects.toMatchObject({ code: "EEXIST", path: file });
  await expect(makeDirectory(join(file, "below"))).rejects.toMatchObject({ syscall: "mkdir" });
});
