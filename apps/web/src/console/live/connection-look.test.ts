import { describe, expect, it } from "vitest";
import { connectionLook } from "./connection-look.ts";

describe("connectionLook", () => {
  it("says live only while it is", () => {
    expect(connectionLook({ kind: "live", since: 0 })?.key).toBe("live");
    expect(connectionLook({ kind: "idle" })).toBeNull();
    expect(connectionLook({ kind: "closed", code: 1000, reason: "" })?.key).toBe("offline");
  });
  it("says offline where polling brings nothing either", () => {
    expect(
      connectionLook({ kind: "waiting", attempt: 4, polling: true, retryAt: 0, since: 0 }, true)?.key,
    ).toBe("offline");
    expect(connectionLook({ kind: "live", since: 0 }, true)?.key).toBe("live");
  });
  it("keeps saying offline, or by polling, while it tries again", () => {
    expect(connectionLook({ kind: "connecting", attempt: 1, polling: false, since: 0 })?.key).toBe(
      "connecting",
    );
    expect(connectionLook({ kind: "connecting", attempt: 2, polling: false, since: 0 })?.key).toBe("offline");
    expect(connectionLook({ kind: "connecting", attempt: 5, polling: true, since: 0 })?.key).toBe("polling");
    expect(connectionLook({ kind: "waiting", attempt: 4, polling: true, retryAt: 0, since: 0 })?.key).toBe(
      "polling",
    );
    expect(connectionLook({ kind: "waiting", attempt: 1, polling: false, retryAt: 0, since: 0 })?.key).toBe(
      "offline",
    );
  });
});
