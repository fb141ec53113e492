/**
 * oxlint plugin of ours. In pure code time and randomness are arguments: a rule that reads the clock cannot be
 * replayed, and two screens at one seq could differ. (oxlint itself has no rule to ban an expression.)
 */
interface Node {
  type: string;
  name?: string;
  value?: unknown;
  computed?: boolean;
  object?: Node;
  property?: Node;
  callee?: Node;
  arguments?: Node[];
}

interface Context {
  report(problem: { node: Node; message: string }): void;
}

const ambientMembers: Readonly<Record<string, readonly string[]>> = {
  Date: ["now"],
  Math: ["random"],
  performance: ["now"],
  crypto: ["randomUUID", "getRandomValues"],
};

function isAmbientMember(node: Node): boolean {
  const object = node.object?.type === "Identifier" ? node.object.name : undefined;
  const property = node.computed === true ? node.property?.value : node.property?.name;
  return (
    object !== undefined &&
    typeof property === "string" &&
    ambientMembers[object]?.includes(property) === true
  );
}

function isClockRead(node: Node): boolean {
  return node.callee?.type === "Identifier" && node.callee.name === "Date" && node.arguments?.length === 0;
}

const noAmbient = {
  create(context: Context) {
    return {
      MemberExpression(node: Node): void {
        if (!isAmbientMember(node)) return;
        context.report({
          node,
          message: "Time, ids and randomness are arguments here, never read from around.",
        });
      },
      NewExpression(node: Node): void {
        if (isClockRead(node))
          context.report({ node, message: "`new Date()` reads the clock; take the time as an argument." });
      },
      CallExpression(node: Node): void {
        if (isClockRead(node))
          context.report({ node, message: "`Date()` reads the clock; take the time as an argument." });
      },
    };
  },
};

// oxlint loads a plugin by its default export.
export default { meta: { name: "callnext" }, rules: { "no-ambient": noAmbient } };
