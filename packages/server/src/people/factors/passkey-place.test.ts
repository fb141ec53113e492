import { expect, test } from "vitest";
import { passkeyPlace } from "./passkey-place.ts";

test.each([
  ["https://queue.example", "evil.example", "https://queue.example", "queue.example"],
  ["https://queue.example:8443", "localhost", "https://queue.example:8443", "queue.example"],
  ["http://localhost:8000", "x", "http://localhost:8000", "localhost"],
])("security: the public URL %s decides, whatever Host says (%s)", (publicUrl, host, origin, rpId) => {
  expect(passkeyPlace({ publicUrl, production: true }, host)).toEqual({ origin, rpId });
});

test.each(["http://queue.example", "https://192.0.2.7", "https://[2001:db8::1]:444"])(
  "browsers offer no passkeys at %s",
  (publicUrl) => {
    expect(passkeyPlace({ publicUrl, production: true }, "localhost")).toBeNull();
  },
);

test("without a public URL only this machine's own browser has passkeys, and not in production", () => {
  const place = { origin: "http://localhost:8100", rpId: "localhost" };
  expect(passkeyPlace({ publicUrl: null, production: false }, "localhost:8100")).toEqual(place);
  expect(passkeyPlace({ publicUrl: null, production: true }, "localhost:8100")).toBeNull();
  for (const host of ["127.0.0.1:8100", "localhost.evil.example", "evil.example", "localhost:8100@evil", ""])
    expect(passkeyPlace({ publicUrl: null, production: false }, host)).toBeNull();
});
