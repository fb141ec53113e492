import type { Auth } from "./create-auth.ts";
import { hashPassword, verifyPassword } from "./password-hashing.ts";

/** What the server asks of better-auth, and nothing else. */
export interface Accounts {
  /** The token of a new session, or null where the address or the password is wrong; takes the same time either way. */
  signIn(
    email: string,
    password: string,
  ): Promise<{ readonly token: string; readonly userId: string } | null>;
  signOut(token: string): Promise<void>;
  /** The account with this address: the one that is there, or a new one with this password. */
  ensure(account: {
    email: string;
    name: string;
    password: string;
  }): Promise<{ readonly userId: string; readonly made: boolean }>;
  find(email: string): Promise<string | null>;
  hasPassword(userId: string, password: string): Promise<boolean>;
  setPassword(userId: string, password: string): Promise<void>;
  rename(userId: string, name: string): Promise<void>;
  endSessions(userId: string): Promise<void>;
}

export async function openAccounts(auth: Auth): Promise<Accounts> {
  const { internalAdapter } = await auth.$context;
  const find = async (email: string): Promise<string | null> =>
    (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id ?? null;
  return {
    find,
    async signIn(email, password) {
      try {
        const { token, user } = await auth.api.signInEmail({ body: { email, password } });
        return { token, userId: user.id };
      } catch (error) {
        if (isRefusal(error)) return null;
        throw error;
      }
    },
    signOut: (token) => internalAdapter.deleteSession(token),
    async ensure({ email, name, password }) {
      const found = await find(email);
      if (found !== null) return { userId: found, made: false };
      const hash = await hashPassword(password);
      const user = await internalAdapter.createUser(
        { email: email.toLowerCase(), name, emailVerified: true },
        { method: "email-password" },
      );
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: "credential",
        accountId: user.id,
        password: hash,
      });
      return { userId: user.id, made: true };
    },
    async hasPassword(userId, password) {
      const account = await internalAdapter.findCredentialAccount(userId);
      return (
        typeof account?.password === "string" && (await verifyPassword({ hash: account.password, password }))
      );
    },
    setPassword: async (userId, password) =>
      internalAdapter.updatePassword(userId, await hashPassword(password)),
    async rename(userId, name) {
      await internalAdapter.updateUser(userId, { name });
    },
    endSessions: (userId) => internalAdapter.deleteUserSessions(userId),
  };
}

/** better-auth throws its answer; a status below 500 says that the credentials (or their form) are not right. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error &&
    "statusCode" in error &&
    typeof error.statusCode === "number" &&
    error.statusCode < 500
  );
}
