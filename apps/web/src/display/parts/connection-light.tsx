import type { BoardTranslate } from "../catalogue.ts";
import type { ConnectionShown } from "../state/connection-shown.ts";

/** Green with the socket, red without, in colour and in words. */
export function ConnectionLight({
  t,
  connection,
}: {
  readonly t: BoardTranslate;
  readonly connection: ConnectionShown;
}) {
  return (
    <p className={`light light-${connection}`} role="status" data-testid="connection">
      <span className="dot" aria-hidden="true" />
      <span className="light-text">
        <strong>{t(`connection.${connection}.state`)}</strong>{" "}
        <span>{t(`connection.${connection}.way`)}</span>
      </span>
    </p>
  );
}
