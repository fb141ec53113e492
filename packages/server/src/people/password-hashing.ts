import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** argon2id, the library's default algorithm; the parameters stand in the hash itself. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, SETTINGS);
}

export async function verifyPassword(stored: {
  readonly hash: string;
  readonly password: string;
}): Promise<boolean> {
  return await verify(stored.hash, stored.password);
}
