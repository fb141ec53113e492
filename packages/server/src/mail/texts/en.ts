import type { MailWords } from "./words.ts";

export const en: MailWords = {
  greeting: "Hello {name},",
  reset: {
    subject: "Choose a new password",
    lines: [
      "With this link you choose a new password for Callnext. It works once, for 30 minutes:",
      "If you did not ask for it, do nothing: your password stays as it is.",
    ],
  },
  changed: {
    subject: "Your password was changed",
    lines: [
      "Your password for Callnext was just changed, and all other devices were signed out.",
      "If that was not you, tell your administrator now.",
    ],
  },
  invitation: {
    subject: "{organisation} invites you to Callnext",
    lines: [
      "{organisation} has made you a place at its front desk. With this link you choose your password. It works once, for 7 days:",
      "If you do not know {organisation}, do nothing.",
    ],
  },
};
