import type { CallnextClient, TopicState } from "@callnext/client";
import type { DisplayView } from "@callnext/protocol";
import { type Dispatch, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { faultOfCode } from "./board-fault.ts";
import { type BoardEvent, type BoardState, boardState, EMPTY_BOARD } from "./board-state.ts";
import { factsFromPoll } from "./facts-from-poll.ts";
import { factsFromView } from "./facts-from-view.ts";
import { startPolling } from "./start-polling.ts";
import { storeBoard, storedBoard } from "./stored-board.ts";

export interface Board {
  readonly state: BoardState;
  readonly dispatch: Dispatch<BoardEvent>;
  /** When HTTP last answered, ms since the epoch; 0: never. */
  readonly polledAt: number;
  /** Server's clock minus this machine's, ms: televisions are often wrong. */
  readonly clockOffset: number;
}

/** A clock that differs by less is shown as it is. */
const TOLERATED_MS = 1_500;

/** Everything a board knows, from the live topic, from polling, and at the start from its store. */
export function useBoard(client: CallnextClient, displayId: string): Board {
  const [state, dispatch] = useReducer(boardState, displayId, fromStore);
  const [polledAt, setPolledAt] = useState(0);
  const [clockOffset, setClockOffset] = useState(0);
  const latest = useRef(state);
  latest.current = state;

  useLiveTopic(client, displayId, dispatch);
  useEffect(
    () =>
      startPolling({
        client,
        displayId,
        tenantSlug: () => latest.current.facts?.settings.tenant_slug || null,
        everySeconds: () => latest.current.facts?.settings.auto_refresh_seconds ?? 5,
        onAnswer: (answer, startedAt) => {
          const now = Date.now();
          const offset = Date.parse(answer.timestamp) - (startedAt + now) / 2;
          setClockOffset(Math.abs(offset) > TOLERATED_MS ? offset : 0);
          setPolledAt(now);
          const facts = factsFromPoll(answer, latest.current.facts);
          dispatch({ type: "facts", facts, provedAt: startedAt, stored: false, now });
          // The server can be reached: the socket is worth another try.
          if (client.connection.get().kind !== "live") client.wake();
        },
        onFault: (kind, at) => dispatch({ type: "fault", kind, at }),
      }),
    [client, displayId],
  );
  useEffect(() => {
    if (state.provedHere && state.facts !== null)
      storeBoard(browserStorage(), displayId, state.facts, state.provedAt);
  }, [displayId, state.facts, state.provedAt, state.provedHere]);

  return { state, dispatch, polledAt, clockOffset };
}

function fromStore(displayId: string): BoardState {
  const stored = storedBoard(browserStorage(), displayId);
  if (stored === null) return EMPTY_BOARD;
  return boardState(EMPTY_BOARD, { type: "facts", ...stored, stored: true, now: 0 });
}

function useLiveTopic(client: CallnextClient, displayId: string, dispatch: Dispatch<BoardEvent>): void {
  const topic = useMemo(() => client.topic<DisplayView>(`display:${displayId}`), [client, displayId]);
  useEffect(() => {
    let refusal: TopicState["refused"] = null;
    const look = (): void => {
      const state = topic.get();
      // The same refusal, mentioned again with something else, is no new evidence.
      const event = state.refused !== null && state.refused === refusal ? null : eventOf(state, Date.now());
      refusal = state.refused;
      if (event !== null) dispatch(event);
    };
    const stop = topic.subscribe(look);
    look();
    return stop;
  }, [topic, dispatch]);
}

function eventOf(topic: TopicState<DisplayView>, now: number): BoardEvent | null {
  const fault = faultOfCode(topic.refused?.code ?? null);
  if (fault !== null) return { type: "fault", kind: fault, at: now };
  const facts = topic.view === null ? null : factsFromView(topic.view, topic.epoch, topic.seq);
  if (facts === null) return null;
  return {
    type: "facts",
    facts,
    provedAt: topic.provedAt,
    stored: topic.restored || topic.provedAt === 0,
    now,
  };
}
