import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { metricsIn } from "./metrics-in.ts";
import { everyTree } from "./tree.ts";

const DASHBOARD = "deploy/grafana/callnext.json";

/** Metrics of ours that no code makes, and panels with one id. Those of Node are compared with a running server. */
export function checkDashboard(root: string): readonly string[] {
  const dashboard: unknown = JSON.parse(readFileSync(join(root, DASHBOARD), "utf8"));
  const made = metricsMade(root);
  const asked = [...metricsIn(dashboard)].filter((name) => name.startsWith("callnext_"));
  const ids = [...everyTree(dashboard)].filter((tree) => "gridPos" in tree).map(({ id }) => id);
  return [
    ...(asked.length === 0 ? [`${DASHBOARD}: asks for nothing of ours`] : []),
    ...asked.filter((name) => !made.has(name)).map((name) => `${DASHBOARD}: there is no metric ${name}`),
    ...(new Set(ids).size === ids.length ? [] : [`${DASHBOARD}: two panels have one id`]),
  ];
}

function metricsMade(root: string): ReadonlySet<string> {
  const sources = globSync("packages/server/src/**/*.ts", { cwd: root }).filter(
    (file) => !file.endsWith(".test.ts"),
  );
  return new Set(
    sources.flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/"(callnext_[a-z0-9_]+)"/g)].map(
        ([, name = ""]) => name,
      ),
    ),
  );
}
