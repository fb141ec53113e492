import { isoTime, type ShopState, type Ticket } from "@callnext/core";
import type { BoardOnWire, BoardsView, CallSeen } from "@callnext/protocol";
import type { BoardRoll, KnownBoard } from "./board-roll.ts";
import type { SeenOnDisplay, Sighting } from "./call-sightings.ts";

const boardOnWire = (board: KnownBoard, name: string): BoardOnWire => ({
  display_id: board.displayId,
  board: board.board,
  name,
  connected: board.isConnected,
  silent: board.isSilent,
  behind: board.isBehind,
  sound: board.sound,
  last_seen: isoTime(board.lastSeen),
});

const first = (times: readonly (string | null)[]): string | null =>
  times.filter((time) => time !== null).toSorted()[0] ?? null;

const callSeen = (
  { ticketId, calls }: { readonly ticketId: string; readonly calls: number },
  sightings: ReadonlyMap<string, Sighting>,
  shouldShow: readonly string[],
): CallSeen => {
  const seen = [...sightings.values()];
  return {
    ticket_id: ticketId,
    calls,
    shown: seen.length,
    announced: seen.filter(({ announcedAt }) => announcedAt !== null).length,
    of: new Set([...shouldShow, ...sightings.keys()]).size,
    first_drawn_at: first(seen.map(({ drawnAt }) => drawnAt)),
    first_announced_at: first(seen.map(({ announcedAt }) => announcedAt)),
  };
};

/** The calls that stand at a counter, and those that boards have told of. */
const callsOf = (
  state: ShopState,
  seen: readonly SeenOnDisplay[],
): ReadonlyMap<string, { readonly ticketId: string; readonly calls: number }> => {
  const standing = [...state.busy.values()]
    .map((id) => state.tickets.get(id))
    .filter((ticket): ticket is Ticket => ticket !== undefined && ticket.calls > 0)
    .map(({ id, calls }) => ({ ticketId: id, calls }));
  return new Map([...seen, ...standing].map((call) => [`${call.ticketId}/${call.calls}`, call]));
};

/** What staff may know of the boards of a shop: a function of the roll and of the shop's state. */
export const boardsView = (roll: BoardRoll, state: ShopState): BoardsView => {
  const isActive = (displayId: string): boolean => state.displays.get(displayId)?.active === true;
  const boards = roll.boards().filter(({ displayId }) => isActive(displayId));
  const seen = roll.sightings.all().filter(({ displayId }) => isActive(displayId));
  const keyOf = (displayId: string, board: string): string => `${displayId}/${board}`;
  const calls = [...callsOf(state, seen)].map(([key, call]): [string, CallSeen] => {
    const onDisplays = seen.filter(
      ({ ticketId, calls: n }) => ticketId === call.ticketId && n === call.calls,
    );
    const sightings = new Map(
      onDisplays.flatMap(({ displayId, by }) =>
        [...by].map(([board, sighting]): [string, Sighting] => [keyOf(displayId, board), sighting]),
      ),
    );
    const queueId = state.tickets.get(call.ticketId)?.queueId;
    const should = boards.filter(
      ({ displayId, isConnected, isSilent }) =>
        isConnected &&
        !isSilent &&
        queueId !== undefined &&
        state.displays.get(displayId)?.queueIds.includes(queueId) === true,
    );
    return [
      key,
      callSeen(
        call,
        sightings,
        should.map(({ displayId, board }) => keyOf(displayId, board)),
      ),
    ];
  });
  return {
    boards: Object.fromEntries(
      boards.map((board) => [
        keyOf(board.displayId, board.board),
        boardOnWire(board, state.displays.get(board.displayId)?.name ?? ""),
      ]),
    ),
    calls: Object.fromEntries(calls),
  };
};
