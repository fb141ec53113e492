import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "@prometheus-io/client";

export interface Metrics {
  readonly registry: Registry;
  request(route: string, method: string, status: number, seconds: number): void;
  command(type: string, outcome: string): void;
  /** Read when the metrics are asked for. */
  gauge(name: string, help: string, read: () => number): void;
}

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "callnext_http_request_seconds",
    help: "Time from a request's headers to its answer",
    labelNames: ["method", "route", "status"] as const,
    buckets: BUCKETS,
    registers: [registry],
  });
  const commands = new Counter({
    name: "callnext_commands_total",
    help: "Commands by type and what became of them (done, replayed, or the refusal's code)",
    labelNames: ["type", "outcome"] as const,
    registers: [registry],
  });
  return {
    registry,
    request: (route, method, status, seconds) =>
      requests.observe({ route, method, status: String(status) }, seconds),
    command: (type, outcome) => commands.inc({ type, outcome }),
    gauge(name, help, read) {
      const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) });
    },
  };
}
