export interface MemorySample {
  /** ms since the epoch */
  readonly at: number;
  readonly mb: number;
}

/** How far the memory rose above where it stood when the load began, MB. */
export function memoryGrowth(samples: readonly MemorySample[], beganAt: number): number {
  const before = samples.findLast(({ at }) => at <= beganAt) ?? samples[0];
  if (before === undefined) return Number.NaN;
  return Math.max(...samples.filter(({ at }) => at >= beganAt).map(({ mb }) => mb), before.mb) - before.mb;
}

export function checkMemory(
  samples: readonly MemorySample[],
  beganAt: number,
  mostMb: number,
): readonly string[] {
  const growth = memoryGrowth(samples, beganAt);
  if (growth <= mostMb) return [];
  return [`the server's memory grew by ${growth.toFixed(1)} MB, allowed are ${String(mostMb)}`];
}
