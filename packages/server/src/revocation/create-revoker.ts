import type { Bus } from "../bus/bus.ts";
import { readRevoked, type Revoked, revokedText } from "./revoked.ts";

export interface Revoker extends Disposable {
  /** After the commit: what is open on this node ends within the call, on the others as soon as they hear of it. */
  revoke(what: Revoked): void;
}

export interface RevokerOptions {
  readonly bus: Pick<Bus, "tell" | "hear">;
  /** This start of this node: its own notes come back to it. */
  readonly node: string;
  /** Lets go of what this node remembers or holds open. */
  readonly apply: (what: Revoked) => void;
}

const NOTE = "revoke";

/** A note may be lost; each node's check of its open sockets' credentials is what revocation rests on. */
export function createRevoker({ bus, node, apply }: RevokerOptions): Revoker {
  const hearing = bus.hear((note) => {
    const [kind, from, ...rest] = note.split(" ");
    if (kind !== NOTE || from === node) return;
    const what = readRevoked(rest.join(" "));
    if (what !== undefined) apply(what);
  });
  return {
    revoke(what) {
      apply(what);
      bus.tell(`${NOTE} ${node} ${revokedText(what)}`);
    },
    [Symbol.dispose]: () => hearing[Symbol.dispose](),
  };
}
