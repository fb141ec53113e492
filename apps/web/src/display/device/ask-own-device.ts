import type { CallnextClient } from "@callnext/client";
import { errorCode } from "../../pages-shared/error-code.ts";

export type OwnDevice =
  /** Still a device, of this display. */
  | { readonly kind: "shows"; readonly displayId: string }
  | { readonly kind: "off" }
  /** The server cannot be asked just now. */
  | { readonly kind: "unknown" };

interface Answer {
  readonly device: { readonly board: { readonly display_id: string } | null };
}

const GIVE_UP_AFTER_MS = 4_000;

/** What the key that this client sends is worth now. */
export async function askOwnDevice(client: Pick<CallnextClient, "request">): Promise<OwnDevice> {
  try {
    const { device } = await client.request<Answer>("GET", "/devices/self", undefined, {
      timeoutMs: GIVE_UP_AFTER_MS,
    });
    return device.board === null ? { kind: "off" } : { kind: "shows", displayId: device.board.display_id };
  } catch (error) {
    return { kind: errorCode(error) === "unauthenticated" ? "off" : "unknown" };
  }
}
