import { describe, expect, test } from "vitest";
import { isAllowedOrigin } from "./allowed-origin.ts";

const config = { publicUrl: "https://queue.example", allowedOrigins: ["https://partner.example:8443"] };

describe("isAllowedOrigin", () => {
  test.each([
    "https://queue.example",
    "https://partner.example:8443",
    "http://box.local:8000",
    "https://box.local:8000",
  ])("%s is allowed", (origin) => expect(isAllowedOrigin(origin, "box.local:8000", config)).toBe(true));

  test.each([
    "https://queue.example.evil.example",
    "https://evilqueue.example",
    "https://sub.queue.example",
    "http://queue.example",
    "https://queue.example:444",
    "https://queue.example/",
    "https://QUEUE.example",
    "https://queue.example@evil.example",
    "https://partner.example",
    "https://partner.example:84430",
    "http://box.local",
    "http://box.local:80001",
    "http://box.local:8000.evil.example",
    "ftp://box.local:8000",
    "null",
    "",
    "file://",
    "https://queue.examp1e",
  ])("the look-alike %j is refused", (origin) =>
    expect(isAllowedOrigin(origin, "box.local:8000", config)).toBe(false),
  );
});
