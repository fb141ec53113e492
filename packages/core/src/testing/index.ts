export { testAppointment, testBookingRules, testProvider } from "./appointment-fixtures.ts";
export {
  appointmentIn,
  book,
  bookingShop,
  checkIn,
  keepTime,
  onAppointment,
  VISITOR,
  wish,
} from "./appointment-steps.ts";
export { arbitraryPolicy, arbitraryShop, TEST_QUEUE_IDS, TEST_ZONES } from "./arbitrary-shop.ts";
export { type ArbitraryStep, arbitrarySteps } from "./arbitrary-steps.ts";
export { brokenAppointmentRules, brokenAppointmentSteps } from "./broken-appointment-rules.ts";
export { brokenNumberRules } from "./broken-number-rules.ts";
export { brokenStateRules } from "./broken-state-rules.ts";
export { brokenStepRules } from "./broken-step-rules.ts";
export {
  ALWAYS_OPEN,
  testCounter,
  testDisplay,
  testQueue,
  testQueueConfig,
  testService,
  testShop,
  testTicket,
} from "./fixtures.ts";
export { REFUSAL_CODES } from "./refusal-codes.ts";
export { storedShop as rowsOf } from "../queue/stored-shop.ts";
export { type Run, runCommands, type Step, type Taken, takeStep } from "./run-commands.ts";
export {
  at,
  call,
  join,
  joinAll,
  type Joining,
  lastRefusal,
  lineOf,
  MINUTE,
  MORNING,
  next,
  on,
  place,
  shopWith,
  ticketIn,
  transfer,
} from "./steps.ts";
export { viewInput } from "./view-input.ts";
