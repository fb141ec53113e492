import { createHash } from "node:crypto";
import type { PushAddress } from "../messages.ts";

/** For what a subscription is sealed. */
export function pushPurpose(id: string): string {
  return `push:${id}`;
}

/** By which the same browser is known again. */
export function endpointHash({ endpoint }: Pick<PushAddress, "endpoint">): Buffer {
  return createHash("sha256").update(endpoint).digest();
}

const P256_POINT_BYTES = 65;
const AUTH_BYTES = 16;

/** Whether keys are of the form that messages are encrypted for. */
export function isPushAddress({ keys }: PushAddress): boolean {
  return (
    Buffer.from(keys.p256dh, "base64url").length === P256_POINT_BYTES &&
    Buffer.from(keys.auth, "base64url").length === AUTH_BYTES
  );
}
