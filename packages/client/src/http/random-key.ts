/** 128 bits as hex: an idempotency key, the id of a queued command. */
export function randomKey(random: () => number): string {
  let key = "";
  for (let part = 0; part < 4; part += 1) {
    key += `0000000${Math.floor(random() * 0x1_0000_0000).toString(16)}`.slice(-8);
  }
  return key;
}
