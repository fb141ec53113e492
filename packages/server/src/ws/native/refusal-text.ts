import type { RefusedCode } from "@callnext/protocol";

const TEXT: Readonly<Record<RefusedCode, string>> = {
  "unknown-topic": "There is no topic of this name.",
  unauthenticated: "Sign in to follow this topic.",
  "not-found": "There is no such shop.",
  "display-unknown": "There is no such display.",
  "display-inactive": "This display is switched off.",
  "display-without-queues": "This display shows no queues yet.",
  "tenant-suspended": "This organisation is suspended.",
  "display-not-public": "This display is shown to its own screens and to staff only.",
  "too-many-sockets": "So many follow this organisation already. Try again later.",
  "too-many-topics": "This connection follows as many topics as it may.",
  unavailable: "The topic cannot be read just now. Try again.",
};

const isRefusedCode = (code: string): code is RefusedCode => Object.hasOwn(TEXT, code);

export const refusalText = (code: string): string => TEXT[isRefusedCode(code) ? code : "unavailable"];
