/** In order: several browsers also call themselves by the names of others. */
const BROWSERS = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\b(?:OPR|Opera)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ["Safari", /\bSafari\//],
] as const;

const SYSTEMS = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** By what a person recognises their own devices; null where the header does not tell. */
export function describeDevice(userAgent: string | null): {
  readonly browser: string | null;
  readonly system: string | null;
} {
  const named = (names: readonly (readonly [string, RegExp])[]): string | null =>
    names.find(([, form]) => form.test(userAgent ?? ""))?.[0] ?? null;
  return { browser: named(BROWSERS), system: named(SYSTEMS) };
}
