import type { OidcConfig } from "./config.ts";

type Given = Readonly<
  Partial<
    Record<
      | "CALLNEXT_OIDC_ISSUER"
      | "CALLNEXT_OIDC_CLIENT_ID"
      | "CALLNEXT_OIDC_CLIENT_SECRET"
      | "CALLNEXT_OIDC_NAME"
      | "CALLNEXT_PUBLIC_URL",
      string | undefined
    >
  >
>;

/** The other sign-in; null: none. A text says what is missing. */
export function oidcConfig(given: Given): OidcConfig | string | null {
  const issuer = given.CALLNEXT_OIDC_ISSUER;
  const clientId = given.CALLNEXT_OIDC_CLIENT_ID;
  const clientSecret = given.CALLNEXT_OIDC_CLIENT_SECRET;
  const name = given.CALLNEXT_OIDC_NAME;
  if ([issuer, clientId, clientSecret, name].every((each) => each === undefined)) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    return "CALLNEXT_OIDC_ISSUER must be set together with CALLNEXT_OIDC_CLIENT_ID and CALLNEXT_OIDC_CLIENT_SECRET";
  // The provider sends people back to an address that was registered there: not to whatever Host was asked.
  if (given.CALLNEXT_PUBLIC_URL === undefined)
    return "CALLNEXT_PUBLIC_URL must be set beside CALLNEXT_OIDC_ISSUER";
  return { issuer, clientId, clientSecret, name: name ?? new URL(issuer).hostname };
}
