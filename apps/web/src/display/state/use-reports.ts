import type { CallnextClient } from "@callnext/client";
import type { BoardSound } from "@callnext/protocol";
import { useEffect, useState } from "react";
import type { Chime } from "../../pages-shared/sound/chime.ts";
import type { Announcement } from "./announcement.ts";
import type { BoardFacts } from "./board-facts.ts";
import { Sightings } from "./sightings.ts";

export interface Shown {
  readonly displayId: string;
  /** Null while a fault or nothing at all is shown in their place. */
  readonly facts: BoardFacts | null;
  readonly calling: Announcement | null;
}

/** Tells the server which calls stand on this screen and which have sounded, so that the desk knows. */
export function useReports(client: CallnextClient, chime: Chime, { displayId, facts, calling }: Shown): void {
  const [sightings] = useState(() => new Sightings());
  const topic = `display:${displayId}`;
  useEffect(() => {
    const tell = (): void => client.seen(topic, { sound: soundOf(chime), calls: [] });
    tell();
    return chime.subscribe(tell);
  }, [client, topic, chime]);
  useEffect(() => {
    if (facts === null) return undefined;
    // A hidden page paints nothing, and its frames wait with it.
    const frame = requestAnimationFrame(() => {
      const calls = sightings.drawn(facts.tickets, Date.now());
      if (calls.length > 0) client.seen(topic, { sound: soundOf(chime), calls });
    });
    return () => cancelAnimationFrame(frame);
  }, [client, topic, chime, sightings, facts]);
  const key = calling?.key ?? null;
  useEffect(() => {
    if (calling === null || chime.state !== "ready") return;
    client.seen(topic, { sound: "on", calls: sightings.announced(calling.ticket, Date.now()) });
    // oxlint-disable-next-line react/exhaustive-deps -- the key names the announcement; the object may be made anew
  }, [client, topic, chime, sightings, key]);
}

function soundOf(chime: Chime): BoardSound {
  if (chime.state === "ready") return "on";
  return chime.state === "blocked" ? "blocked" : "off";
}
