/** The second part of a path: `/display/{id}`, `/join/{slug}`, `/ticket/{id}`; with or without a trailing slash. */
export function pathPart(pathname: string): string {
  const part = pathname.split("/")[2] ?? "";
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
