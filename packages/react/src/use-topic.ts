import type { Readable, TopicState } from "@callnext/client";
import type { View } from "@callnext/protocol";
import { useMemo } from "react";
import { calmReadable } from "./calm-readable.ts";
import { useCallnext } from "./client-context.ts";
import { useReadable } from "./use-readable.ts";

const NOTHING: TopicState<never> = {
  view: null,
  seq: 0,
  epoch: "",
  provedAt: 0,
  stale: false,
  restored: false,
  refused: null,
};
const NO_TOPIC: Readable<TopicState<never>> = { get: () => NOTHING, subscribe: () => () => undefined };

/** Follows one topic while the component is on screen; null follows none. */
export function useTopic<V extends object = View>(name: string | null): TopicState<V> {
  const client = useCallnext();
  const readable = useMemo(
    (): Readable<TopicState<V>> => (name === null ? NO_TOPIC : calmReadable(client.topic<V>(name))),
    [client, name],
  );
  return useReadable(readable);
}
