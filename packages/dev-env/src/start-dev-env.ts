import { startTestApp, type TestAppOptions } from "@callnext/server/testing";

export type DevEnvOptions = TestAppOptions;

export interface DevEnv extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** `ws://127.0.0.1:PORT`. */
  readonly wsUrl: string;
  /** Of the demo's accounts; null where there is no demo. */
  readonly password: string | null;
  /** Where an empty server makes its first administrator, `/setup#CODE`; null where that is done. */
  readonly setupPath: string | null;
  stop(): Promise<void>;
}

/** Boots the whole system in this process, on a free port of the loopback and a fresh database. */
export async function startDevEnv(options: DevEnvOptions = {}): Promise<DevEnv> {
  const running = await startTestApp(options);
  const { address, demoPassword, setupPath } = running.app;
  const stop = async (): Promise<void> => running[Symbol.asyncDispose]();
  return {
    url: address,
    wsUrl: address.replace(/^http/, "ws"),
    password: demoPassword,
    setupPath,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
