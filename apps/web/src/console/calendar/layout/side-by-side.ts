export interface Stretch {
  readonly id: number;
  /** Instants, ms; [from, until). */
  readonly from: number;
  readonly until: number;
}

/** Which of how many equal parts of the column's width. */
export interface Track {
  readonly track: number;
  readonly tracks: number;
}

/** Gives stretches that overlap a place beside each other, and those that do not the whole width. */
export function sideBySide(stretches: readonly Stretch[]): ReadonlyMap<number, Track> {
  const places = new Map<number, Track>();
  for (const group of overlapping(stretches)) {
    const ends: number[] = [];
    const tracks = group.map((stretch) => {
      const free = ends.findIndex((end) => end <= stretch.from);
      const track = free === -1 ? ends.length : free;
      ends[track] = stretch.until;
      return track;
    });
    group.forEach(({ id }, index) => places.set(id, { track: tracks[index] ?? 0, tracks: ends.length }));
  }
  return places;
}

/** Groups that touch nobody of another group, each in order of its beginnings. */
function overlapping(stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const groups: Stretch[][] = [];
  let until = -Infinity;
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from || a.id - b.id)) {
    if (stretch.from >= until) groups.push([]);
    groups.at(-1)?.push(stretch);
    until = Math.max(until, stretch.until);
  }
  return groups;
}
