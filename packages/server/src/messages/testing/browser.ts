import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";
import type { PushAddress } from "../messages.ts";

const SALT_BYTES = 16;
const TAG_BYTES = 16;

/** The browser's half of web push (RFC 8291, 8188), written apart from the library that sends. */
export function openBrowser(endpoint: string): {
  readonly address: PushAddress;
  read(body: Buffer): unknown;
} {
  const own = createECDH("prime256v1");
  const publicKey = own.generateKeys();
  const auth = randomBytes(16);
  const keys = { p256dh: publicKey.toString("base64url"), auth: auth.toString("base64url") };
  return {
    address: { endpoint, keys },
    read(body) {
      const salt = body.subarray(0, SALT_BYTES);
      const keyLength = body.readUInt8(SALT_BYTES + 4);
      const head = SALT_BYTES + 5;
      const sender = body.subarray(head, head + keyLength);
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), publicKey, sender]);
      const ikm = Buffer.from(hkdfSync("sha256", own.computeSecret(sender), auth, info, 32));
      const derive = (what: string, length: number) =>
        Buffer.from(hkdfSync("sha256", ikm, salt, `Content-Encoding: ${what}\0`, length));
      const sealed = body.subarray(head + keyLength);
      const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const padded = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString("utf8"));
    },
  };
}
