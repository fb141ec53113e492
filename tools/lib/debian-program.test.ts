import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { debianProgram } from "./debian-program.ts";

test("an installed program is taken as it is", () => {
  const program = debianProgram({ name: "sh", packages: ["dash"] });
  expect(spawnSync(program?.path ?? "", ["-c", "exit 7"]).status).toBe(7);
  expect(program?.environment).toEqual({});
});
