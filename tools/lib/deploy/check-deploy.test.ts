import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PlantedTree } from "../planted-tree.ts";
import { repoRoot } from "../repo-root.ts";
import { checkDeploy } from "./check-deploy.ts";

/** What the check reads, and what the files that it reads name. */
const READ = [
  "Dockerfile",
  ".dockerignore",
  "LICENSE",
  "package*.json",
  "tsconfig*.json",
  "deploy/*.*",
  "deploy/*/*",
  "{packages,apps}/*/package.json",
  "packages/server/src/config/*.ts",
  "packages/server/src/{metrics,shops,ws}/*.ts",
  "packages/server/src/http/routes/server/health.ts",
  "apps/server/src/*.ts",
  "tools/check.ts",
];

function planted(file: string, change: (text: string) => string): readonly string[] {
  const names = globSync([...READ, "packages/server/src/bus/*.ts"], { cwd: repoRoot });
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(repoRoot, name), "utf8")]));
  const before = files[file];
  if (before === undefined) throw new Error(`${file} is not read`);
  files[file] = change(before);
  if (files[file] === before && file !== "LICENSE") throw new Error(`nothing was planted in ${file}`);
  using tree = new PlantedTree(files);
  return checkDeploy(tree.root);
}

test("what is in the repository holds", () => {
  expect(checkDeploy(repoRoot)).toEqual([]);
  expect(planted("LICENSE", (text) => text)).toEqual([]);
});

const FAULTS: readonly (readonly [file: string, from: string, to: string, found: string])[] = [
  [
    "deploy/compose.yaml",
    "CALLNEXT_PUBLIC_URL:",
    "CALLNEXT_PUBLIC_ORIGIN:",
    "no variable CALLNEXT_PUBLIC_ORIGIN",
  ],
  ["deploy/compose.yaml", "    DATABASE_URL:", "    DATABSE_URL:", "no variable DATABSE_URL"],
  ["deploy/compose.yaml", "./caddy/Caddyfile", "./caddy/Caddyfil", "no deploy/caddy/Caddyfil"],
  ["deploy/compose.yaml", "image: callnext:0.1.0", "image: callnext:0.0.9", "not 0.0.9"],
  [
    "deploy/compose.yaml",
    "image: caddy:2.10.2-alpine",
    "image: caddy:latest",
    "caddy:latest has no exact version",
  ],
  ["deploy/compose.yaml", "services:", "services:\n  - broken: [", "deploy/compose.yaml: Error"],
  ["deploy/env.example", "CALLNEXT_SMTP_URL=", "CALLNEXT_SMTP=", "no variable CALLNEXT_SMTP"],
  [
    "deploy/systemd/callnext.service",
    "Environment=NODE_ENV",
    "Environment=NODE_ENVIRONMENT",
    "no variable NODE_ENVIRONMENT",
  ],
  [
    "deploy/systemd/callnext.service",
    "apps/server/src/main.ts",
    "apps/server/src/start.ts",
    "no apps/server/src/start.ts",
  ],
  ["deploy/caddy/Caddyfile", "health_uri /readyz", "health_uri /ready", "has no /ready"],
  ["deploy/kubernetes/deployment.yaml", "- name: REDIS_URL", "- name: REDIS", "no variable REDIS"],
  ["deploy/kubernetes/deployment.yaml", "path: /healthz", "path: /livez", "has no /livez"],
  ["deploy/kubernetes/deployment.yaml", "key: database-url", "key: database", "lacks callnext/database"],
  ["deploy/kubernetes/service.yaml", "targetPort: http", "targetPort: web", "targetPort names web"],
  [
    "deploy/kubernetes/service.yaml",
    "  selector:\n    app.kubernetes.io/name: callnext",
    "  selector:\n    app: callnext",
    'the labels {"app":"callnext"}',
  ],
  [
    "deploy/kubernetes/ingress.yaml",
    "                name: callnext",
    "                name: server",
    "backend.service.name names server",
  ],
  [
    "deploy/kubernetes/kustomization.yaml",
    "- service.yaml",
    "- services.yaml",
    "no deploy/kubernetes/services.yaml",
  ],
  [
    "deploy/grafana/callnext.json",
    "sum(callnext_sockets{",
    "sum(callnext_socket_count_total{",
    "no metric callnext_socket_count_total",
  ],
  ["Dockerfile", "FROM node:24.21.0-", "FROM node:24.20.0-", "is not the Node that we pin"],
  [
    "Dockerfile",
    "COPY apps/web/package.json apps/web/",
    "RUN true",
    "apps/web/package.json is not copied before npm ci",
  ],
  ["Dockerfile", "COPY LICENSE ./", "COPY LICENCE ./", "no LICENCE to copy"],
  ["Dockerfile", "CALLNEXT_DATA_DIR=", "CALLNEXT_DATA=", "no variable CALLNEXT_DATA"],
  [".dockerignore", "**/dist\n", "**/dist\n**/config\n", "config/config.ts out, a source"],
  [".dockerignore", "!apps\n", "", "keeps apps/server/package.json out"],
];

test.each(FAULTS)("%s: %j as %j is found", (file, from, to, found) => {
  expect(planted(file, (text) => text.replace(from, to)).join("\n")).toContain(found);
});
