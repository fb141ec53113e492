import { describe } from "vitest";
import { findRedis, type RedisProgram } from "./find-redis.ts";

/** Tests on a real Redis. Where there is none they are skipped, and the report says so by name. */
export function describeWithRedis(name: string, define: (program: () => RedisProgram) => void): void {
  const program = findRedis();
  const missing = program === null ? "NOT RUN (no redis-server is here, and none could be fetched): " : "";
  describe.skipIf(program === null)(`${missing}${name}`, () => {
    define(() => {
      if (program === null) throw new Error(missing);
      return program;
    });
  });
}
