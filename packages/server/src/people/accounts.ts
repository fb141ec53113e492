import { errorCode } from "../storage/error-code.ts";
import type { Auth } from "./create-auth.ts";
import { hashPassword, verifyPassword } from "./password-hashing.ts";

const UNIQUE_VIOLATION = "23505";

/** What the server asks of better-auth about accounts, and nothing else. */
export interface Accounts {
  /** Whose address and password these are, or null; takes the same time whether the address is known or not. */
  check(email: string, password: string): Promise<string | null>;
  /** The account with this address: the one that is there, or a new one with this password. */
  ensure(account: {
    email: string;
    name: string;
    password: string;
  }): Promise<{ readonly userId: string; readonly made: boolean }>;
  find(email: string): Promise<string | null>;
  nameOf(userId: string): Promise<string>;
  hasPassword(userId: string, password: string): Promise<boolean>;
  setPassword(userId: string, password: string): Promise<void>;
  rename(userId: string, name: string): Promise<void>;
  endSessions(userId: string): Promise<void>;
}

export async function openAccounts(auth: Auth): Promise<Accounts> {
  const { internalAdapter } = await auth.$context;
  // Of no password: an unknown address costs the same work as a wrong password.
  const nobodys = await hashPassword(crypto.randomUUID());
  const find = async (email: string): Promise<string | null> =>
    (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id ?? null;
  const hashOf = async (userId: string): Promise<string | null> =>
    (await internalAdapter.findCredentialAccount(userId))?.password ?? null;
  const link = (userId: string, password: string): Promise<unknown> =>
    internalAdapter.linkAccount({ userId, providerId: "credential", accountId: userId, password });
  return {
    find,
    nameOf: async (userId) => (await internalAdapter.findUserById(userId))?.name ?? "",
    async check(email, password) {
      const userId = await find(email);
      // The same two queries, the same hashing.
      const stored = await hashOf(userId ?? "");
      const right = await verifyPassword({ hash: stored ?? nobodys, password });
      return right && stored !== null ? userId : null;
    },
    async ensure({ email, name, password }) {
      const found = await find(email);
      if (found !== null) return { userId: found, made: false };
      const hash = await hashPassword(password);
      try {
        const user = await internalAdapter.createUser(
          { email: email.toLowerCase(), name, emailVerified: true },
          { method: "email-password" },
        );
        await link(user.id, hash);
        return { userId: user.id, made: true };
      } catch (error) {
        // Somebody made it at the same time.
        const other = errorCode(error) === UNIQUE_VIOLATION ? await find(email) : null;
        if (other === null) throw error;
        return { userId: other, made: false };
      }
    },
    async hasPassword(userId, password) {
      const stored = await hashOf(userId);
      return stored !== null && (await verifyPassword({ hash: stored, password }));
    },
    async setPassword(userId, password) {
      const hash = await hashPassword(password);
      if ((await hashOf(userId)) === null) await link(userId, hash);
      else await internalAdapter.updatePassword(userId, hash);
    },
    async rename(userId, name) {
      await internalAdapter.updateUser(userId, { name });
    },
    endSessions: (userId) => internalAdapter.deleteUserSessions(userId),
  };
}
