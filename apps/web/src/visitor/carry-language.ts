/** Gives a page's own address the language that this page's address asks for: who opened a link in Wolof goes on in Wolof. */
export function carryLanguage(url: string, search: string): string {
  const language = new URLSearchParams(search).get("lang");
  if (language === null) return url;
  const [, path = "", query = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(url) ?? [];
  const more = `lang=${encodeURIComponent(language)}`;
  return `${path}${query === "" ? "?" : `${query}&`}${more}${hash}`;
}
