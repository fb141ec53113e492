import { at, everyTree } from "./tree.ts";

/** Words of a query that look like names, and are functions, labels or keywords of PromQL. */
const METRIC = /\b(?:callnext|nodejs|process)_[a-z0-9_]+\b/g;

/** Every metric that a dashboard's queries and variables ask for, as its family is called. */
export function metricsIn(dashboard: unknown): ReadonlySet<string> {
  const queries = [...everyTree(dashboard)].flatMap((tree) => [at(tree, "expr"), at(tree, "definition")]);
  const names = queries.flatMap((query) => (typeof query === "string" ? [...query.matchAll(METRIC)] : []));
  return new Set(names.map(([name]) => name.replace(/_(?:bucket|sum|count)$/, "")));
}
