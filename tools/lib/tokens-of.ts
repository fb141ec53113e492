import { SyntaxKind } from "typescript/unstable/ast";
import { computeLineStarts, createScanner } from "typescript/unstable/ast/scanner";

export interface Token {
  kind: SyntaxKind;
  value: string;
  line: number;
}

/** After one of these a slash divides (or closes a tag); after anything else it opens a regular expression. */
const operands: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.Identifier,
  SyntaxKind.NumericLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.CloseParenToken,
  SyntaxKind.CloseBracketToken,
  SyntaxKind.CloseBraceToken,
  SyntaxKind.LessThanToken,
]);

/** The tokens of a TypeScript source: comments and the text of templates left out. */
export function tokensOf(source: string): Token[] {
  const scanner = createScanner(true, undefined, source);
  const lineStarts = computeLineStarts(source);
  const tokens: Token[] = [];
  // One entry per open `${`: how many braces are open inside it.
  const templates: number[] = [];
  let line = 0;
  let reached = -1;
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFile; kind = scanner.scan()) {
    // The scanner stands still at a character it cannot read, such as a lone `#` in the text between two tags.
    if (scanner.getTokenEnd() <= reached) scanner.resetTokenState(reached + 1);
    reached = scanner.getTokenEnd();
    const innermost = templates.length - 1;
    const depth = templates[innermost];
    if (kind === SyntaxKind.SlashToken && !operands.has(tokens.at(-1)?.kind ?? SyntaxKind.Unknown)) {
      kind = scanner.reScanSlashToken();
    } else if (kind === SyntaxKind.TemplateHead) {
      templates.push(0);
    } else if (depth !== undefined && kind === SyntaxKind.OpenBraceToken) {
      templates[innermost] = depth + 1;
    } else if (depth !== undefined && kind === SyntaxKind.CloseBraceToken) {
      if (depth > 0) templates[innermost] = depth - 1;
      else if (scanner.reScanTemplateToken(false) === SyntaxKind.TemplateTail) templates.pop();
      if (depth === 0) continue;
    }
    while ((lineStarts[line + 1] ?? Infinity) <= scanner.getTokenStart()) line += 1;
    tokens.push({ kind, value: scanner.getTokenValue(), line: line + 1 });
  }
  return tokens;
}
