import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startTestApp } from "@callnext/server/testing";
import { expect, test } from "vitest";
import { repoRoot } from "../repo-root.ts";
import { metricsIn } from "./metrics-in.ts";

test("every metric of the dashboard is one that a running server has", async () => {
  const dashboard: unknown = JSON.parse(
    readFileSync(join(repoRoot, "deploy", "grafana", "callnext.json"), "utf8"),
  );
  await using started = await startTestApp();
  const answer = await fetch(`${started.app.address}/metrics`);
  const had = new Set(
    [...(await answer.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, family = ""]) => family),
  );
  const asked = metricsIn(dashboard);
  expect(asked.size).toBeGreaterThan(15);
  expect([...asked].filter((name) => !had.has(name))).toEqual([]);
});

test("a name in a query is found, however it is used", () => {
  const panel = {
    targets: [{ expr: 'histogram_quantile(0.5, rate(callnext_a_seconds_bucket{job="x"}[1m]))' }],
  };
  const variable = { definition: "label_values(callnext_b, job)" };
  expect([...metricsIn([panel, variable])]).toEqual(["callnext_a_seconds", "callnext_b"]);
});
