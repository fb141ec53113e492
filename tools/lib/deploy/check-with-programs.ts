import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../find-program.ts";

interface ProgramCheck {
  readonly what: string;
  /** All of them must be installed. */
  readonly programs: readonly string[];
  /** The command that is to end with 0; files of its own go into the folder. */
  readonly command: (root: string, folder: string) => readonly [program: string, ...args: string[]];
}

const CHECKS: readonly ProgramCheck[] = [
  {
    what: "deploy/caddy/Caddyfile",
    programs: ["caddy"],
    command: (root) => [
      "caddy",
      "validate",
      "--adapter",
      "caddyfile",
      "--config",
      join(root, "deploy/caddy/Caddyfile"),
    ],
  },
  {
    what: "deploy/nginx/callnext.conf",
    programs: ["nginx", "openssl"],
    command: (root, folder) => ["nginx", "-t", "-e", "stderr", "-p", folder, "-c", nginxConfig(root, folder)],
  },
  {
    what: "deploy/systemd/callnext.service",
    programs: ["systemd-analyze"],
    command: (root, folder) => ["systemd-analyze", "verify", "--man=no", systemdUnit(root, folder)],
  },
  {
    what: "deploy/kubernetes",
    programs: ["kubectl"],
    command: (root) => ["kubectl", "kustomize", join(root, "deploy/kubernetes")],
  },
  {
    what: "deploy/postgres/callnext.sh",
    programs: ["sh"],
    command: (root) => ["sh", "-n", join(root, "deploy/postgres/callnext.sh")],
  },
];

export interface ProgramFindings {
  readonly problems: readonly string[];
  readonly notChecked: readonly string[];
}

/** Has the programs themselves read the files, where they are installed here. */
export function checkWithPrograms(root: string): ProgramFindings {
  const problems: string[] = [];
  const notChecked: string[] = [];
  for (const check of CHECKS) {
    const missing = check.programs.filter((name) => findProgram(name) === undefined);
    if (missing.length > 0) notChecked.push(`${check.what}: ${missing.join(", ")} not installed`);
    else problems.push(...run(check, root));
  }
  return { problems, notChecked };
}

function run({ what, command }: ProgramCheck, root: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "callnext-deploy-"));
  try {
    const [program, ...args] = command(root, folder);
    const path = findProgram(program) ?? program;
    const { status, stdout, stderr } = spawnSync(path, args, { encoding: "utf8", timeout: 60_000 });
    return status === 0 ? [] : [`${what}: ${program} says\n${stdout}${stderr}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The site as it is, with a certificate that is there and ports that anybody may take. */
function nginxConfig(root: string, folder: string): string {
  const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
  spawnSync(
    findProgram("openssl") ?? "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-subj",
      "/CN=queue.example",
      "-keyout",
      key,
      "-out",
      certificate,
    ],
    { timeout: 60_000 },
  );
  const site = readFileSync(join(root, "deploy/nginx/callnext.conf"), "utf8")
    .replaceAll("/etc/nginx/callnext-proxy.conf", join(root, "deploy/nginx/callnext-proxy.conf"))
    .replace("/etc/ssl/queue.example.pem", certificate)
    .replace("/etc/ssl/queue.example.key", key)
    .replaceAll(/listen \[::\].*;/g, "")
    .replaceAll("listen 80;", "listen 127.0.0.1:18080;")
    .replaceAll("listen 443 ", "listen 127.0.0.1:18443 ");
  const config = join(folder, "nginx.conf");
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  );
  writeFileSync(
    config,
    `pid ${join(folder, "pid")};\nevents {}\nhttp {\naccess_log off;\n${places.join("\n")}\n${site}\n}\n`,
  );
  return config;
}

/** The unit as it is, with a program that is there. */
function systemdUnit(root: string, folder: string): string {
  const unit = join(folder, "callnext.service");
  const text = readFileSync(join(root, "deploy/systemd/callnext.service"), "utf8");
  writeFileSync(unit, text.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
  return unit;
}
