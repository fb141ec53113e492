import type { Random } from "../world/random.ts";
import type { Answer } from "./desk.ts";
import type { Step } from "./step.ts";

/** What is done with an appointment, by the status it is believed to have. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  held: { book: 70, release: 15, leave: 15 },
  scheduled: { "check-in": 50, move: 15, cancel: 10, late: 8, "no-show": 5, complete: 5, leave: 7 },
  checked_in: { cancel: 10, leave: 90 },
  no_show: { restore: 50, leave: 50 },
  cancelled: { restore: 40, leave: 60 },
};

/** More are not kept in mind. */
const MOST_KNOWN = 12;

/** What somebody at the reception knows of the appointments, and would sensibly do next, by chance. */
export class BookingBook {
  readonly #now: () => number;
  readonly #shopId: number;
  readonly #providers: readonly string[];
  readonly #known = new Map<number, string>();

  constructor(now: () => number, shopId: number, providers: readonly string[]) {
    this.#now = now;
    this.#shopId = shopId;
    this.#providers = providers;
  }

  next(random: Random): Step {
    const known = [...this.#known];
    if (known.length < 3 || random.chance(0.3)) return this.#new(random);
    const [id, status] = random.pick(known);
    const choice = random.weighted<string>(CHOICES[status] ?? { leave: 1 });
    if (choice === "leave") {
      this.#known.delete(id);
      return this.#new(random);
    }
    const body = choice === "move" || choice === "book" ? this.#wish(random) : {};
    if (choice === "book") return this.#step("book", `/shops/${this.#shopId}/appointments`, { ...body, id });
    return this.#step(choice, `/appointments/${id}/${choice}`, body);
  }

  learn(answer: Answer | string): void {
    if (typeof answer === "string" || answer.appointment == null) return;
    const { id, status } = answer.appointment;
    this.#known.delete(id);
    if (status !== "completed") this.#known.set(id, status);
    for (const oldest of [...this.#known.keys()].slice(0, -MOST_KNOWN)) this.#known.delete(oldest);
  }

  /** A visit that begins within seconds, now and then one that should have begun. */
  #wish(random: Random): object {
    const start = this.#now() + random.whole(-2, 12) * 500;
    const provider = random.pick([null, ...this.#providers]);
    return { start, provider_id: provider, service_id: random.pick([1, 1, 2]) };
  }

  #new(random: Random): Step {
    const kind = random.pick(["book", "book", "hold"]);
    const under = kind === "book" ? "appointments" : "holds";
    return this.#step(kind, `/shops/${this.#shopId}/${under}`, this.#wish(random));
  }

  #step(kind: string, path: string, body: object): Step {
    return { kind, method: "POST", path, body, queueId: null };
  }
}
