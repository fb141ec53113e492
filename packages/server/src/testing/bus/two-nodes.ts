import type { Bus } from "../../bus/bus.ts";
import type { TwoNodes } from "./bus-contract.ts";

/** A bus for each of two nodes. */
export function twoNodes(open: () => Bus): TwoNodes {
  const stack = new AsyncDisposableStack();
  const sender = stack.use(open());
  const receiver = stack.use(open());
  return { sender, receiver, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
