import { fileURLToPath } from "node:url";
import { startTestApp, type TestApp } from "@callnext/server/testing";

const WEB = fileURLToPath(new URL("../../apps/web/dist", import.meta.url));

/** A server in this process whose clock the test moves on; its pages are the real ones. */
export interface MovedServer extends AsyncDisposable {
  readonly test: TestApp;
  readonly origin: string;
  readonly minutesOn: (minutes: number) => void;
}

export async function startMovedServer(): Promise<MovedServer> {
  let ahead = 0;
  const test = await startTestApp({ now: () => Date.now() + ahead, webDirectory: WEB });
  return {
    test,
    origin: test.app.address.replace("127.0.0.1", "localhost"),
    minutesOn: (minutes) => void (ahead += minutes * 60_000),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
