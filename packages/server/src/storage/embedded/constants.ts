export const SUPERUSER = "callnext";
export const DATABASE = "callnext";

/** No locale, time zone or PG* setting of whoever started the server may reach PostgreSQL. */
export const quietEnvironment: Readonly<Record<string, string>> = {
  // oxlint-disable-next-line node/no-process-env -- handed on to a child as it is, not a setting of ours
  PATH: process.env["PATH"] ?? "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};
