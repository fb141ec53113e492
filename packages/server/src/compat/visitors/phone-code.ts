import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "../../http/core/context.ts";
import type { SigningKey } from "../../people/signing-key.ts";
import { waitFirst } from "./wait-first.ts";

/** A code is good for this long, and while the next one is. */
export const CODE_MINUTES = 10;
const WINDOW_MS = CODE_MINUTES * 60_000;
const CODES = 1_000_000;
/** Guesses for one number at one shop: of a million codes, and two of them right. */
const GUESSES = { most: 5, windowMs: WINDOW_MS };

/** The code of this number at this shop just now. Made of the server's key and kept nowhere. */
export function phoneCode(
  { keys, now }: Pick<Context, "keys" | "now">,
  shopId: number,
  digits: string,
): string {
  return made(keys.current, shopId, digits, windowAt(now()));
}

/** Whether this is a code that was sent to the phone. Wrong ones are counted. */
export async function provesPhone(
  { keys, now, tries }: Pick<Context, "keys" | "now" | "tries">,
  shopId: number,
  digits: string,
  code: string | undefined,
): Promise<boolean> {
  if (code === undefined) return false;
  const counted = `page code guess:${shopId}:${digits}`;
  waitFirst(await tries.take(counted, GUESSES), "Too many wrong codes; wait and try again");
  const present = windowAt(now());
  const fits = keys.accepted.some((key) =>
    [present, present - 1].some((window) => equal(made(key, shopId, digits, window), code)),
  );
  if (fits) await tries.giveBack(counted);
  return fits;
}

function windowAt(now: number): number {
  return Math.floor(now / WINDOW_MS);
}

function made(key: SigningKey, shopId: number, digits: string, window: number): string {
  const mac = createHmac("sha256", key.derive("phone codes of pages")).update(
    `${shopId}:${digits}:${window}`,
  );
  return String(mac.digest().readUIntBE(0, 6) % CODES).padStart(6, "0");
}

function equal(right: string, given: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
