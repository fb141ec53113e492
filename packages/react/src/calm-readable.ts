import type { Readable, TopicState } from "@callnext/client";

const sameOnScreen = <V extends object>(a: TopicState<V>, b: TopicState<V>): boolean =>
  a.view === b.view &&
  a.seq === b.seq &&
  a.epoch === b.epoch &&
  a.stale === b.stale &&
  a.restored === b.restored &&
  a.refused === b.refused &&
  (!a.stale || a.provedAt === b.provedAt);

/** A topic without the proofs that change nothing to see: a heartbeat every 4 s must not draw a room of five thousand again. */
export function calmReadable<V extends object>(topic: Readable<TopicState<V>>): Readable<TopicState<V>> {
  let shown = topic.get();
  const get = (): TopicState<V> => {
    const now = topic.get();
    if (!sameOnScreen(shown, now)) shown = now;
    return shown;
  };
  return {
    get,
    subscribe: (listener) => {
      let told = get();
      return topic.subscribe(() => {
        const now = get();
        if (now === told) return;
        told = now;
        listener();
      });
    },
  };
}
