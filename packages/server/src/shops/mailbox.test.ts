import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BATCH, MAILBOX, MAILBOX_WAIT_MS } from "./limits.ts";
import { Mailbox } from "./mailbox.ts";
import type { Submission } from "./shop-runtime.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function submission(shopId: number): Submission {
  return { shopId, by: { kind: "system" }, command: { type: "start-service-day" } };
}

const tooBusy = { ok: false, refusal: { code: "too-busy" } };

describe("P16 a shop's mailbox", () => {
  it("refuses what comes when it is full, and takes more once a batch has left", async () => {
    const mailbox = new Mailbox();
    const waiting = Array.from({ length: MAILBOX }, (_, index) => mailbox.post(submission(index)));
    expect(await mailbox.post(submission(-1))).toEqual(tooBusy);
    const batch = mailbox.take();
    expect(batch.map((entry) => entry.submission.shopId)).toEqual(
      Array.from({ length: BATCH }, (_, index) => index),
    );
    void mailbox.post(submission(-2));
    vi.advanceTimersByTime(MAILBOX_WAIT_MS);
    expect(await waiting[BATCH]).toEqual(tooBusy);
    expect(mailbox.isEmpty).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("lets nobody wait longer than the deadline, but leaves a command alone that is being carried out", async () => {
    const mailbox = new Mailbox();
    const first = mailbox.post(submission(1));
    const [taken] = mailbox.take();
    vi.advanceTimersByTime(MAILBOX_WAIT_MS - 1);
    const second = mailbox.post(submission(2));
    vi.advanceTimersByTime(MAILBOX_WAIT_MS);
    expect(await second).toEqual(tooBusy);
    taken?.resolve({ ok: false, refusal: { code: "shop-full" } });
    expect(await first).toEqual({ ok: false, refusal: { code: "shop-full" } });
  });
});
