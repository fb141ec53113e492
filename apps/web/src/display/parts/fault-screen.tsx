import type { BoardTranslate } from "../catalogue.ts";
import type { BoardFault } from "../state/board-fault.ts";
import type { ConnectionShown } from "../state/connection-shown.ts";
import { ConnectionLight } from "./connection-light.tsx";

interface Props {
  readonly t: BoardTranslate;
  readonly fault: Exclude<BoardFault, "not-public"> | "loading";
  readonly displayId: string;
  readonly connection: ConnectionShown;
}

const KEY = {
  loading: "loading",
  unknown: "unknown",
  inactive: "inactive",
  suspended: "suspended",
  "without-queues": "withoutQueues",
} as const;

/** A whole screen that names why there is nothing to show. The board goes on asking behind it. */
export function FaultScreen({ t, fault, displayId, connection }: Props) {
  const key = KEY[fault];
  return (
    <main className="fault" data-testid="fault" data-fault={fault}>
      <h1>{t(`fault.${key}.title`)}</h1>
      <p>{t(`fault.${key}.advice`)}</p>
      <p className="fault-id">{displayId}</p>
      <ConnectionLight t={t} connection={connection} />
    </main>
  );
}
