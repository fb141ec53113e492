import { expect, test } from "vitest";
import { socketUrl } from "./socket-url.ts";

test("any way of naming the server leads to its native socket", () => {
  for (const base of [
    "http://h:8000",
    "ws://h:8000",
    "ws://h:8000/",
    "ws://h:8000/ws/v1",
    "ws://h:8000/ws/v1/",
  ]) {
    expect(socketUrl(base)).toBe("ws://h:8000/ws/v1");
  }
  expect(socketUrl("https://h")).toBe("wss://h/ws/v1");
});
