import { Worker } from "node:worker_threads";
import type { WaitModel } from "@callnext/core";
import type { Training } from "./train-worker.ts";

const WITHIN_MS = 120_000;

/** Trains beside the server's own thread: it takes about a second, and nobody's call may wait for that. */
export function trainModel(training: Training): Promise<WaitModel> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./train-worker.ts", import.meta.url), { workerData: training });
    const timer = setTimeout(() => {
      reject(new Error(`No model was trained within ${WITHIN_MS / 1000} s.`));
      void worker.terminate();
    }, WITHIN_MS);
    worker.once("message", (model: WaitModel) => {
      clearTimeout(timer);
      resolve(model);
    });
    worker.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
