/** A parser that knows ES5 from what came later, as acorn does. */
export type Parse = (code: string, options: { readonly ecmaVersion: 5 }) => unknown;

/** Globals, methods and properties that an engine of ES5 does not have; by name alone, for types are gone. */
const NEWER = new Set(
  [
    "fetch Promise Map Set WeakMap WeakSet WeakRef Symbol Proxy Reflect Intl BigInt globalThis",
    "URL URLSearchParams Headers Request Response AbortController AbortSignal FormData TextEncoder TextDecoder",
    "MutationObserver ResizeObserver IntersectionObserver BroadcastChannel CustomEvent queueMicrotask",
    "structuredClone requestAnimationFrame requestIdleCallback performance crypto AudioContext customElements",
    "Uint8Array Float32Array ArrayBuffer DataView localeCompare",
    "assign entries values fromEntries getOwnPropertySymbols setPrototypeOf hasOwn groupBy",
    "includes find findIndex findLast fill copyWithin flat flatMap at toSorted toReversed toSpliced",
    "startsWith endsWith repeat padStart padEnd trimStart trimEnd replaceAll matchAll codePointAt normalize",
    "finally catch allSettled isInteger isSafeInteger isFinite isNaN trunc sign log2 log10 hypot cbrt fround",
    "append prepend before after remove replaceWith replaceChildren closest matches toggleAttribute",
    "dataset classList from of bind padding response responseType timeout",
  ]
    .join(" ")
    .split(" "),
);
/** Of the above, what is a global function or a field of ours in ES5 as well. */
const ALSO_GLOBAL = new Set(["isFinite", "isNaN"]);

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What in this script needs more than ES5: a piece of syntax, or names. Empty where nothing does. */
export function newerThanEs5(code: string, parse: Parse): string[] {
  let program: unknown;
  try {
    program = parse(code, { ecmaVersion: 5 });
  } catch (error) {
    return [String(error)];
  }
  const found = new Set<string>();
  visit(program, (node) => {
    const name = nameIn(node);
    if (name !== null && NEWER.has(name)) found.add(name);
  });
  return [...found].toSorted();
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, look);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if ("type" in value && typeof value.type === "string") look(value as Node);
  for (const inner of Object.values(value)) visit(inner, look);
}

/** The member that is read, or the name that stands alone; a key of an object of ours is no use of anything. */
function nameIn(node: Node): string | null {
  if (node.type === "MemberExpression") {
    const member = node["property"] as Node;
    const name = node["computed"] === true ? member["value"] : member["name"];
    return typeof name === "string" ? name : null;
  }
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return null;
  const callee = node["callee"] as Node;
  const name = callee.type === "Identifier" ? callee["name"] : null;
  return typeof name === "string" && !ALSO_GLOBAL.has(name) ? name : null;
}
