/** What one board's sockets said, word for word and in the order of arrival. */
export interface BoardFrame {
  readonly at: number;
  /** Which of the board's connections, from 1. */
  readonly connection: number;
  readonly text: string;
}

interface Place {
  readonly epoch: string;
  readonly seq: number;
}

const RECONNECT_MS = 250;

/**
 * A board as the second document writes it: its address, its messages, a reconnection by timer. Beyond the document
 * it only remembers `seq` and `epoch` of what it read and asks for the rest with them.
 */
export class BoardClient implements Disposable {
  readonly history: BoardFrame[] = [];
  readonly #address: string;
  #socket: WebSocket | null = null;
  #connections = 0;
  #place: Place | null = null;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;
  #pongs = 0;

  constructor(address: string) {
    this.#address = address;
    this.#connect();
  }

  get connections(): number {
    return this.#connections;
  }

  /** The seq up to which it was told; 0 before the first. */
  get seq(): number {
    return this.#place?.seq ?? 0;
  }

  get pongs(): number {
    return this.#pongs;
  }

  /** What was written before the answer has arrived with the answer. */
  ping(): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send('{"type":"ping"}');
  }

  [Symbol.dispose](): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#socket?.close();
  }

  #connect(): void {
    const since = this.#place === null ? "" : `?epoch=${this.#place.epoch}&since=${String(this.#place.seq)}`;
    const socket = new WebSocket(`${this.#address}${since}`);
    this.#socket = socket;
    this.#connections += 1;
    const connection = this.#connections;
    socket.addEventListener("message", ({ data }) => this.#take(String(data), connection));
    // A failed attempt ends in a close event as well; the error itself tells no more.
    socket.addEventListener("error", () => undefined);
    socket.addEventListener("close", () => {
      if (!this.#closed) this.#retry = setTimeout(() => this.#connect(), RECONNECT_MS);
    });
  }

  #take(text: string, connection: number): void {
    this.history.push({ at: Date.now(), connection, text });
    const frame = JSON.parse(text) as { type: string; seq?: number; epoch?: string };
    if (frame.seq !== undefined && frame.epoch !== undefined)
      this.#place = { epoch: frame.epoch, seq: frame.seq };
    if (frame.type === "pong") this.#pongs += 1;
  }
}
