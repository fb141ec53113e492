import { expect } from "vitest";
import { apiOf } from "./api.ts";
import type { TestApp } from "./start-test-app.ts";

interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What the test server's development inbox holds for one address, newest first. */
export async function mailsTo(test: TestApp, address: string): Promise<readonly ReadMail[]> {
  const { mails } = (await apiOf(test)("GET", "//dev/inbox.json")).body as { mails: readonly ReadMail[] };
  return mails.filter(({ to }) => to === address);
}

/** The token of the newest link mailed to this address, once there are so many mails. */
export async function mailedToken(test: TestApp, address: string, count = 1): Promise<string> {
  await expect
    .poll(async () => (await mailsTo(test, address)).length, { timeout: 10_000 })
    .toBeGreaterThanOrEqual(count);
  const [newest] = await mailsTo(test, address);
  const token = /#([\w-]+)$/m.exec(newest?.text ?? "")?.[1];
  if (token === undefined) throw new Error("the mail holds no link");
  return token;
}
