import type { Config } from "./config/config.ts";
import { buildHttp, type HttpOptions } from "./http/build-http.ts";
import { httpCloser } from "./http/close-http.ts";
import { listen } from "./http/listen.ts";
import { openContext } from "./open-context.ts";
import { type FoundationDependencies, openFoundation } from "./open-foundation.ts";
import { openSockets } from "./ws/open-sockets.ts";
import type { AttachedSockets } from "./ws/socket-dependencies.ts";

export interface AppDependencies extends HttpOptions, FoundationDependencies {
  /** Of the demo's simulation: 1 unless told, less is faster. */
  readonly simulationPace?: number;
}

export interface RunningApp extends AsyncDisposable {
  /** Where it listens, as a URL of this machine. */
  readonly address: string;
  readonly port: number;
  /** Of the demo's accounts; null where there is no demo. */
  readonly demoPassword: string | null;
  /** The link by which an empty server gets its first administrator, or null. */
  readonly setupPath: string | null;
  /** What runs by itself when a day is over: learns from its waits; answers how many days. */
  learnWaits(): Promise<number>;
}

/** Starts everything in order; what was started is stopped in the opposite order. */
export async function createApp(config: Config, dependencies: AppDependencies): Promise<RunningApp> {
  await using stack = new AsyncDisposableStack();
  const foundation = await openFoundation(config, dependencies, stack);
  let address = "";
  let sockets: AttachedSockets | null = null;
  const outside = {
    address: () => address,
    endSockets: (what: Parameters<AttachedSockets["end"]>[0]) => sockets?.end(what),
    simulationPace: dependencies.simulationPace ?? 1,
  };
  const context = await openContext(config, foundation, outside, stack);
  const app = await buildHttp(context, dependencies);
  stack.defer(httpCloser(app.server, () => app.close()));
  const attached = openSockets(context, app.server);
  sockets = attached;
  stack.defer(() => attached.close());
  const { demo, setup } = context;
  stack.defer(async () => demo?.simulations.stopAll());
  const listening = await listen(app, config);
  address = listening.address;
  const setupPath = (await setup.needed()) ? `/setup#${await setup.newCode()}` : null;
  const running = stack.move();
  return {
    ...listening,
    demoPassword: demo?.password ?? null,
    setupPath,
    learnWaits: () => foundation.waitJob.sweep(),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
