import { type BookingRules, type OpenPeriod, type Policy, USUAL_BOOKING_RULES } from "@callnext/core";
import type { Role } from "../people/permissions.ts";

/** What the demo consists of, as data. */
export interface DemoTenant {
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  readonly shop: {
    readonly slug: string;
    readonly name: string;
    readonly address: string;
    readonly timeZone: string;
    readonly publicNames: boolean;
    readonly phoneAlone: boolean;
    readonly booking: BookingRules;
  };
  readonly services: readonly { readonly name: string; readonly minutes: number }[];
  readonly queues: readonly {
    readonly name: string;
    readonly prefix: string;
    readonly policy: Policy;
    /** Indexes of `services`. */
    readonly services: readonly number[];
  }[];
  readonly counters: readonly string[];
  readonly displays: readonly {
    readonly name: string;
    readonly message: string;
    readonly primaryColor: string;
  }[];
  readonly staff: readonly { readonly email: string; readonly name: string; readonly role: Role }[];
  /** Whom or what appointments are made with. */
  readonly providers: readonly {
    /** The person by e-mail address; null: a room. */
    readonly staff: string | null;
    readonly name: string;
    /** Indexes of `services`. */
    readonly services: readonly number[];
    readonly lanes: number;
    /** On working days; none: whenever the shop is open. */
    readonly hours: readonly OpenPeriod[];
  }[];
}

const fifo = { kind: "fifo" } as const;

const clinic: DemoTenant = {
  slug: "clinique-madeleine",
  name: "Clinique de la Madeleine",
  locale: "fr",
  shop: {
    slug: "clinique-madeleine-plateau",
    name: "Clinique de la Madeleine, Plateau",
    address: "18 avenue des Jambaars, Dakar",
    timeZone: "Africa/Dakar",
    publicNames: false,
    phoneAlone: false,
    booking: { ...USUAL_BOOKING_RULES, open: true },
  },
  services: [
    { name: "Consultation générale", minutes: 15 },
    { name: "Retrait de médicaments", minutes: 5 },
    { name: "Prélèvement", minutes: 10 },
  ],
  queues: [
    {
      name: "Consultations",
      prefix: "A",
      policy: { kind: "priority", headStartMinutes: [20, 60] },
      services: [0],
    },
    { name: "Pharmacie", prefix: "B", policy: fifo, services: [1] },
    { name: "Laboratoire", prefix: "C", policy: { kind: "ratio", ordinary: 2, priority: 1 }, services: [2] },
  ],
  counters: ["1", "2", "3"],
  displays: [
    { name: "Écran Principal", message: "Bienvenue à la Clinique de la Madeleine", primaryColor: "#14b8a6" },
  ],
  staff: [
    { email: "awa.diop@clinique-madeleine.example", name: "Dr. Awa Diop", role: "agent" },
    { email: "moussa.ndiaye@clinique-madeleine.example", name: "Moussa Ndiaye", role: "agent" },
    { email: "fatou.sarr@clinique-madeleine.example", name: "Fatou Sarr", role: "manager" },
    { email: "admin@clinique-madeleine.example", name: "Mariama Ba", role: "admin" },
  ],
  providers: [
    {
      staff: "awa.diop@clinique-madeleine.example",
      name: "",
      services: [0],
      lanes: 1,
      hours: [
        { opens: "08:00", closes: "13:00" },
        { opens: "15:00", closes: "18:30" },
      ],
    },
    {
      staff: "moussa.ndiaye@clinique-madeleine.example",
      name: "",
      services: [0, 2],
      lanes: 1,
      hours: [],
    },
    { staff: null, name: "Salle de prélèvement", services: [2], lanes: 2, hours: [] },
  ],
};

const salon: DemoTenant = {
  slug: "salon-teranga",
  name: "Salon Teranga",
  locale: "en",
  shop: {
    slug: "salon-teranga",
    name: "Salon Teranga",
    address: "1200 Broadway, Oakland, CA",
    timeZone: "America/Los_Angeles",
    publicNames: true,
    phoneAlone: true,
    // As in the first document: any time that is free, and cancelled whenever somebody cannot come.
    booking: {
      ...USUAL_BOOKING_RULES,
      open: true,
      leadMinutes: 0,
      horizonDays: 90,
      cancelMinutes: 0,
      checkInEarlyMinutes: 120,
    },
  },
  services: [
    { name: "Haircut", minutes: 30 },
    { name: "Beard trim", minutes: 15 },
    { name: "Haircut and beard", minutes: 45 },
    { name: "Kids' cut", minutes: 20 },
  ],
  queues: [{ name: "Walk-ins", prefix: "W", policy: fifo, services: [0, 1, 2, 3] }],
  counters: ["1", "2", "3"],
  displays: [{ name: "Front window", message: "Welcome to Salon Teranga", primaryColor: "#b45309" }],
  staff: [
    { email: "ibrahima@salon-teranga.example", name: "Ibrahima Fall", role: "agent" },
    { email: "james@salon-teranga.example", name: "James Carter", role: "agent" },
    { email: "luis@salon-teranga.example", name: "Luis Romero", role: "agent" },
    { email: "owner@salon-teranga.example", name: "Aminata Sow", role: "admin" },
  ],
  providers: ["ibrahima", "james", "luis"].map((barber) => ({
    staff: `${barber}@salon-teranga.example`,
    name: "",
    services: [0, 1, 2, 3],
    lanes: 1,
    hours: [],
  })),
};

/** In this order: the clinic's shop is number 1, the salon's number 2. */
export const DEMO: readonly DemoTenant[] = [clinic, salon];
