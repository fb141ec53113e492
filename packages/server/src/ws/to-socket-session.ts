import { deviceStanding } from "../devices/device-credentials.ts";
import type { Caller } from "../people/caller.ts";
import { standingOf } from "../people/standing-of.ts";
import type { SocketSession } from "./socket-dependencies.ts";

/** Who stands behind a socket that this caller opened, and what its rights rest on. */
export function toSocketSession(caller: Caller): SocketSession {
  switch (caller.kind) {
    case "person": {
      const { id, userId, memberships } = caller.session;
      const credential = { kind: "session", id } as const;
      return { credential, standing: standingOf(memberships), userId, memberships, device: null };
    }
    case "integration": {
      const { keyId, membership } = caller.integration;
      const memberships = [membership];
      const credential = { kind: "integration", id: keyId } as const;
      return { credential, standing: standingOf(memberships), userId: null, memberships, device: null };
    }
    case "device": {
      const { device } = caller;
      const credential = { kind: "device", id: device.id } as const;
      return { credential, standing: deviceStanding(device), userId: null, memberships: [], device };
    }
  }
}
