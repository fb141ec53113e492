/** The platform that a binary package's name promises, as npm writes it into a lock entry. */
export interface Platform {
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

const systems: Readonly<Record<string, string>> = {
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  openharmony: "openharmony",
  sunos: "sunos",
  win32: "win32",
};

const processors: Readonly<Record<string, string>> = {
  arm: "arm",
  arm64: "arm64",
  ia32: "ia32",
  loong64: "loong64",
  ppc64: "ppc64",
  riscv64: "riscv64",
  s390x: "s390x",
  wasm32: "wasm32",
  x64: "x64",
};

/**
 * Reads os, cpu and libc from the last part of a name such as `@oxfmt/binding-linux-x64-musl`.
 * Undefined when the name holds no processor: then guessing would make npm install it everywhere.
 */
export function platformOfName(name: string): Platform | undefined {
  const words = name.slice(name.indexOf("/") + 1).split("-");
  const system = words.map((word) => systems[word]).find((found) => found !== undefined);
  const processor = words.map((word) => processors[word]).find((found) => found !== undefined);
  if (processor === undefined) return undefined;
  const platform: Platform = { cpu: [processor] };
  if (system !== undefined) platform.os = [system];
  if (words.includes("musl")) platform.libc = ["musl"];
  if (words.includes("gnu") && system === "linux") platform.libc = ["glibc"];
  return platform;
}
