import type { Queue, QueueConfig } from "../queue/queue.ts";
import type { Counter, Display, OpeningHours, Service, Shop } from "../queue/shop.ts";
import type { Ticket } from "../queue/ticket.ts";

const ALL_DAY = [{ opens: "00:00", closes: "24:00" }] as const;

export const ALWAYS_OPEN: OpeningHours = {
  monday: ALL_DAY,
  tuesday: ALL_DAY,
  wednesday: ALL_DAY,
  thursday: ALL_DAY,
  friday: ALL_DAY,
  saturday: ALL_DAY,
  sunday: ALL_DAY,
};

export const testShop = (change: Partial<Shop> = {}): Shop => ({
  id: 1,
  slug: "plateau",
  name: "Clinique Madeleine",
  address: "12 rue Vincens, Dakar",
  timeZone: "Africa/Dakar",
  locale: "fr",
  openingHours: ALWAYS_OPEN,
  dayTurnsAtMinutes: 240,
  graceMinutes: 15,
  newCountersByLabel: true,
  publicNames: false,
  phoneAlone: false,
  ...change,
});

export const testQueueConfig = (change: Partial<QueueConfig> = {}): QueueConfig => ({
  id: "queue-a",
  name: "Consultations",
  prefix: "A",
  policy: { kind: "fifo" },
  capacity: null,
  serviceIds: [],
  targetWaitMinutes: 20,
  archived: false,
  rank: 1,
  ...change,
});

export const testQueue = (change: Partial<Queue> = {}): Queue => ({
  ...testQueueConfig(),
  status: "open",
  lastSequence: 0,
  turn: { ordinary: 0, priority: 0 },
  recentServices: [],
  line: [],
  lineSeq: 0,
  recentCalls: [],
  ...change,
});

export const testService = (change: Partial<Service> = {}): Service => ({
  id: 1,
  name: "Consultation",
  durationMinutes: 15,
  archived: false,
  ...change,
});

export const testCounter = (change: Partial<Counter> = {}): Counter => ({
  id: "counter-1",
  label: "1",
  archived: false,
  ...change,
});

export const testDisplay = (change: Partial<Display> = {}): Display => ({
  id: "display-1",
  name: "Écran Principal",
  type: "main",
  layout: "split",
  theme: { primaryColor: "#0f766e", backgroundColor: "#ffffff", textColor: "#111827", logo: null },
  queueIds: ["queue-a"],
  active: true,
  public: true,
  autoRefreshSeconds: 5,
  showVideo: false,
  videoUrl: null,
  backgroundImage: null,
  customMessage: null,
  secondaryMessage: null,
  messagePosition: "bottom",
  ticketColors: {},
  ...change,
});

export const testTicket = (change: Partial<Ticket> = {}): Ticket => ({
  id: "ticket-1",
  entry: 1,
  number: "A001",
  sequence: 1,
  serviceDay: "2026-11-22",
  issuedQueueId: "queue-a",
  queueId: "queue-a",
  serviceId: null,
  priority: 0,
  partySize: 1,
  locale: null,
  joinedBy: "staff",
  status: "waiting",
  outcome: null,
  joinedAt: 0,
  calledAt: null,
  startedAt: null,
  endedAt: null,
  heldAt: null,
  heldMs: 0,
  updatedAt: 0,
  counterId: null,
  agentId: null,
  calls: 0,
  place: null,
  presentAt: null,
  ...change,
});
