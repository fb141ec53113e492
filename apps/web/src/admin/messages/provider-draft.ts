import type { SmsPresetOnWire, SmsProviderOnWire } from "@callnext/protocol";

/** A provider as it stands in the form. */
export interface ProviderDraft {
  readonly name: string;
  readonly url: string;
  readonly format: "json" | "form";
  /** One `Name: value` a line. */
  readonly headers: string;
  readonly body: string;
  readonly from: string;
  readonly country: string;
  /** Empty: as it is. */
  readonly secret: string;
}

export function draftOf(
  provider: SmsProviderOnWire | null,
  first: SmsPresetOnWire | undefined,
): ProviderDraft {
  const from = provider?.from ?? "";
  const country = provider?.country ?? "SN";
  const { name = "", url = "https://", format = "json", headers = {}, body = "" } = provider ?? first ?? {};
  return { name, url, format, headers: headerLines(headers), body, from, country, secret: "" };
}

/** What a preset knows takes the place of what stood there; sender, country and secret stay. */
export function withPreset(draft: ProviderDraft, preset: SmsPresetOnWire): ProviderDraft {
  const { name, url, format, headers, body } = preset;
  return { ...draft, name, url, format, headers: headerLines(headers), body };
}

export function bodyOf({ headers, secret, country, ...draft }: ProviderDraft) {
  return {
    ...draft,
    country: country.trim().toUpperCase(),
    headers: headersOf(headers),
    ...(secret === "" ? {} : { secret }),
  };
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

/** A line without a colon is a name without a value, which the server refuses by its name. */
function headersOf(lines: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .map((line) => {
        const colon = line.indexOf(":");
        return colon === -1 ? [line, ""] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
      }),
  );
}
