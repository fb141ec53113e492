/** Sockets per address, opening ones included. */
export interface IpCounter {
  readonly total: number;
  count(ip: string): number;
  enter(ip: string): Disposable;
}

export function createIpCounter(): IpCounter {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    get total() {
      return total;
    },
    count: (ip) => counts.get(ip) ?? 0,
    enter(ip) {
      counts.set(ip, (counts.get(ip) ?? 0) + 1);
      total += 1;
      let inside = true;
      return {
        [Symbol.dispose]() {
          if (!inside) return;
          inside = false;
          total -= 1;
          const left = (counts.get(ip) ?? 1) - 1;
          if (left === 0) counts.delete(ip);
          else counts.set(ip, left);
        },
      };
    },
  };
}
