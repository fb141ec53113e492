import { SyntaxKind } from "typescript/unstable/ast";
import { tokensOf } from "./tokens-of.ts";
import type { Token } from "./tokens-of.ts";

export interface ImportReference {
  specifier: string;
  /** True where the whole statement is erased: `import type …`, `export type … from`. */
  typeOnly: boolean;
  line: number;
}

/** Every import, re-export and dynamic import of a source text. `import { type A }` still runs the module. */
export function importsOf(source: string): ImportReference[] {
  const tokens = tokensOf(source);
  const found: ImportReference[] = [];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    if (before?.kind === SyntaxKind.DotToken) return;
    const reference =
      token.kind === SyntaxKind.ImportKeyword
        ? readImport(tokens, index)
        : token.kind === SyntaxKind.ExportKeyword
          ? readReExport(tokens, index)
          : undefined;
    if (reference !== undefined) found.push(reference);
  });
  return found;
}

function readImport(tokens: readonly Token[], index: number): ImportReference | undefined {
  const start = tokens[index];
  const next = tokens[index + 1];
  const afterNext = tokens[index + 2];
  if (start === undefined || next === undefined) return undefined;
  if (next.kind === SyntaxKind.StringLiteral)
    return { specifier: next.value, typeOnly: false, line: start.line };
  if (next.kind === SyntaxKind.OpenParenToken) {
    if (afterNext?.kind !== SyntaxKind.StringLiteral) return undefined;
    const typeOnly = tokens[index - 1]?.kind === SyntaxKind.TypeOfKeyword;
    return { specifier: afterNext.value, typeOnly, line: start.line };
  }
  const named = next.kind === SyntaxKind.TypeKeyword && afterNext?.kind !== SyntaxKind.CommaToken;
  // `import type from "x"` imports a default that happens to be called `type`.
  const typeOnly =
    named && !(afterNext?.value === "from" && tokens[index + 3]?.kind === SyntaxKind.StringLiteral);
  return readFrom(tokens, index + 1, start.line, typeOnly);
}

function readReExport(tokens: readonly Token[], index: number): ImportReference | undefined {
  const start = tokens[index];
  if (start === undefined) return undefined;
  const typeOnly = tokens[index + 1]?.kind === SyntaxKind.TypeKeyword;
  const opening = tokens[index + (typeOnly ? 2 : 1)]?.kind;
  if (opening === SyntaxKind.AsteriskToken) return readFrom(tokens, index + 1, start.line, typeOnly);
  if (opening !== SyntaxKind.OpenBraceToken) return undefined;
  const closing = tokens.findIndex((token, at) => at > index && token.kind === SyntaxKind.CloseBraceToken);
  const isReExport = closing !== -1 && tokens[closing + 1]?.value === "from";
  return isReExport ? readFrom(tokens, closing + 1, start.line, typeOnly) : undefined;
}

function readFrom(
  tokens: readonly Token[],
  from: number,
  line: number,
  typeOnly: boolean,
): ImportReference | undefined {
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token?.kind === SyntaxKind.SemicolonToken || token?.kind === SyntaxKind.EqualsToken) return undefined;
    if (token?.value === "from" && next?.kind === SyntaxKind.StringLiteral) {
      return { specifier: next.value, typeOnly, line };
    }
  }
  return undefined;
}
