import { pino } from "pino";
import { createInProcessBus } from "./in-process-bus.ts";
import { describeBus } from "../testing/bus/bus-contract.ts";

describeBus("the process itself", () => {
  const bus = createInProcessBus(pino({ level: "silent" }));
  return { sender: bus, receiver: bus, [Symbol.asyncDispose]: () => bus[Symbol.asyncDispose]() };
});
