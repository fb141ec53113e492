import { parentPort, workerData } from "node:worker_threads";
import { type KeptForecast, ShopForecaster } from "@callnext/core";

/** What the worker is given. */
export interface Training {
  readonly branch: string;
  readonly kept: readonly KeptForecast[];
  readonly seed: number;
}

function train({ branch, kept, seed }: Training) {
  const forecaster = new ShopForecaster(branch, "training");
  forecaster.recall(kept);
  return forecaster.retrain(seed);
}

// workerData is whatever the other side gave; it is this module's own type.
parentPort?.postMessage(train(workerData as Training));
