/** Allowed by the config of the tests that use the list below. */
export const PARTNER = "https://partner.example:8443";
export const PUBLIC_URL = "https://queue.example";

/** What a page could send as its Origin that looks like an allowed one at a glance, or to a careless comparison. */
export const LOOK_ALIKES = [
  "https://queue.example.evil.example",
  "https://evilqueue.example",
  "https://sub.queue.example",
  "http://queue.example",
  "https://queue.example:444",
  "https://queue.example/",
  "https://QUEUE.example",
  "https://queue.example.",
  "https://queue.example@evil.example",
  "https://evil.example/https://queue.example",
  "https://queue.example%00.evil.example",
  "https://partner.example",
  "https://partner.example:84430",
  "https://queue.examp1e",
  "https://queuexexample",
  "wss://queue.example",
  "http://127.0.0.1:1",
  "http://127.0.0.1.evil.example",
  "http://localhost.evil.example",
  "null",
  "file://",
] as const;
