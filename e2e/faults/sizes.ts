/** How large each scenario is, and how strict where a machine under other load would be the one that fails. */
export interface Sizes {
  readonly boards: {
    readonly boards: number;
    readonly screens: number;
    readonly calls: number;
    readonly kills: number;
  };
  readonly commands: { readonly commands: number; readonly atOnce: number; readonly kills: number };
  readonly away: { readonly screens: number; readonly killedMs: number; readonly frozenMs: number };
  readonly crowd: {
    readonly stalled: number;
    readonly healthy: number;
    /** Waiting in each queue all the while: the longer the lines, the larger what is told of each change. */
    readonly waiting: number;
    readonly perSecond: number;
    readonly events: number;
  };
  readonly blackHole: { readonly screens: number; readonly cutMs: readonly number[] };
  readonly restore: {
    readonly boards: number;
    readonly screens: number;
    /** Served before the backup, and after it is put back. */
    readonly visitors: number;
    /** Served after the backup: undone by it. */
    readonly lost: number;
  };
  /** Added to every bound in time. */
  readonly graceMs: number;
}

export const FULL: Sizes = {
  boards: { boards: 200, screens: 20, calls: 300, kills: 5 },
  commands: { commands: 2_000, atOnce: 16, kills: 1 },
  away: { screens: 20, killedMs: 60_000, frozenMs: 10_000 },
  crowd: { stalled: 200, healthy: 10, waiting: 300, perSecond: 1_000, events: 20_000 },
  blackHole: { screens: 20, cutMs: [10_000, 30_000] },
  restore: { boards: 100, screens: 20, visitors: 30, lost: 20 },
  graceMs: 0,
};

export const SMALL: Sizes = {
  boards: { boards: 40, screens: 6, calls: 90, kills: 2 },
  commands: { commands: 500, atOnce: 16, kills: 1 },
  away: { screens: 4, killedMs: 12_000, frozenMs: 3_000 },
  crowd: { stalled: 60, healthy: 5, waiting: 100, perSecond: 500, events: 2_500 },
  blackHole: { screens: 4, cutMs: [11_000] },
  restore: { boards: 10, screens: 4, visitors: 6, lost: 4 },
  graceMs: 2_000,
};
