import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { cose, isoCBOR } from "@simplewebauthn/server/helpers";

/** What a browser would say about where and how it was asked; for tests that lie about it. */
export interface Ceremony {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** Unlocked by finger, face or PIN; true unless told. */
  readonly verified?: boolean;
}

/** A passkey in a few lines: ES256, no attestation, a counter that grows, or that stays 0 as synced ones' do. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(16);
  readonly #key: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #counts: boolean;
  counter = 0;

  constructor(counts = true) {
    this.#counts = counts;
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#key = privateKey;
    this.#publicKey = publicKey;
  }

  /** As `navigator.credentials.create` would answer. */
  create(ceremony: Ceremony) {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const data = Buffer.concat([
      this.#data(ceremony, 0x40),
      Buffer.alloc(16),
      length,
      this.id,
      this.#coseKey(),
    ]);
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(data)],
    ]);
    const encoded = isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: text(clientData("webauthn.create", ceremony)),
        attestationObject: Buffer.from(encoded).toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  /** As `navigator.credentials.get` would answer. */
  get(ceremony: Ceremony) {
    if (this.#counts) this.counter += 1;
    const data = this.#data(ceremony, 0);
    const client = clientData("webauthn.get", ceremony);
    const signature = sign("sha256", Buffer.concat([data, sha256(client)]), this.#key);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: text(client),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      },
    };
  }

  #named() {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key", clientExtensionResults: {} };
  }

  #data({ rpId, verified = true }: Ceremony, more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([
      sha256(Buffer.from(rpId)),
      Buffer.from([0x01 | (verified ? 0x04 : 0) | more]),
      counter,
    ]);
  }

  #coseKey(): Uint8Array {
    const { x = "", y = "" } = this.#publicKey.export({ format: "jwk" });
    const key = new Map<number, number | Uint8Array>([
      [cose.COSEKEYS.kty, cose.COSEKTY.EC2],
      [cose.COSEKEYS.alg, cose.COSEALG.ES256],
      [cose.COSEKEYS.crv, cose.COSECRV.P256],
      [cose.COSEKEYS.x, new Uint8Array(Buffer.from(x, "base64url"))],
      [cose.COSEKEYS.y, new Uint8Array(Buffer.from(y, "base64url"))],
    ]);
    return isoCBOR.encode(key);
  }
}

function clientData(type: string, { challenge, origin }: Ceremony): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

const text = (bytes: Buffer): string => bytes.toString("base64url");
