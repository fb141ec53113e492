import { expect, test } from "vitest";
import { FakeEnvironment, jsonAnswer } from "../testing/fake-environment.ts";
import { CallnextError } from "./callnext-error.ts";
import { HttpClient } from "./http-client.ts";

const start = (authorization: string | null = null) => {
  const environment = new FakeEnvironment();
  const http = new HttpClient({ environment, baseUrl: "", authorization: () => authorization });
  return { environment, http };
};

const failure = async (promise: Promise<unknown>): Promise<CallnextError> => {
  const reason: unknown = await promise.catch((error: unknown) => error);
  if (reason instanceof CallnextError) return reason;
  throw new Error("It was expected to fail with a CallnextError");
};

const keys = (environment: FakeEnvironment): (string | undefined)[] =>
  environment.requests.map(({ options }) => options.headers["idempotency-key"]);

test("a read carries no key, a write carries one of its own", async () => {
  const { environment, http } = start("Bearer t");
  environment.answer = () => Promise.resolve(jsonAnswer(200, { a: 1 }));
  expect(await http.request("GET", "/demo")).toEqual({ a: 1 });
  await http.request("POST", "/tenants/x/queues/q/call-next", { counter: "1" });
  const [read, write] = environment.requests;
  expect(read?.url).toBe("/api/v1/demo");
  expect(read?.options.headers).toEqual({ accept: "application/json", authorization: "Bearer t" });
  expect(write?.options.body).toBe('{"counter":"1"}');
  expect(write?.options.headers["idempotency-key"]).toMatch(/^[0-9a-f]{32}$/);
});

test("problem+json becomes an error that a screen can act on", async () => {
  const { environment, http } = start();
  const problem = {
    status: 409,
    code: "counter-busy",
    detail: "Counter 3 serves A001",
    field: "counter",
    current: ["A001"],
  };
  environment.answer = () => Promise.resolve(jsonAnswer(409, problem));
  const error = await failure(http.request("POST", "/x", {}));
  expect(error).toMatchObject({
    status: 409,
    code: "counter-busy",
    detail: "Counter 3 serves A001",
    field: "counter",
    body: problem,
  });
  expect([error.undecided, environment.requests.length]).toEqual([false, 1]);
});

test("a proxy's page, an empty or a cut answer is an error with a name", async () => {
  const { environment, http } = start();
  const page = { ...jsonAnswer(403), text: () => Promise.resolve("<html>") };
  environment.answer = () => Promise.resolve(page);
  expect(await failure(http.request("GET", "/x"))).toMatchObject({ status: 403, code: "http-403" });
  environment.answer = () => Promise.resolve({ ...page, ok: true, status: 200 });
  expect(await failure(http.request("GET", "/x"))).toMatchObject({ status: 200, code: "bad-answer" });
  environment.answer = () =>
    Promise.resolve({ ...page, ok: true, status: 200, text: () => Promise.reject(new Error("reset")) });
  const cut = failure(http.request("GET", "/x"));
  await environment.advance(5_000);
  expect(await cut).toMatchObject({ status: 0, code: "network" });
});

test("P2: while the answer is unknown the same write goes out again with the same key", async () => {
  const { environment, http } = start();
  let calls = 0;
  environment.answer = () => {
    calls += 1;
    if (calls === 1) return Promise.reject(new Error("reset"));
    return Promise.resolve(
      calls === 2 ? jsonAnswer(503, { code: "database-away" }) : jsonAnswer(201, { ticket: 1 }),
    );
  };
  const answer = http.request("POST", "/x", {});
  await environment.advance(5_000);
  expect(await answer).toEqual({ ticket: 1 });
  expect(new Set(keys(environment)).size).toBe(1);
  expect(calls).toBe(3);
});

test("tries are bounded, and the error carries the key for whoever wants to go on", async () => {
  const { environment, http } = start();
  const error = failure(http.request("POST", "/x", {}, { idempotencyKey: "mine" }));
  await environment.advance(60_000);
  expect(await error).toMatchObject({ status: 0, code: "network", idempotencyKey: "mine", undecided: true });
  expect(keys(environment)).toEqual(["mine", "mine", "mine", "mine"]);
});

test("an answer that never comes ends with a timeout, once", async () => {
  const { environment, http } = start();
  environment.answer = () => new Promise(() => undefined);
  const error = failure(http.request("GET", "/x", undefined, { timeoutMs: 2_000 }));
  await environment.advance(2_000);
  expect(await error).toMatchObject({ status: 0, code: "timeout" });
  expect([environment.requests.length, environment.timers.size]).toEqual([1, 0]);
});

test("the deadline holds over all attempts together", async () => {
  const { environment, http } = start();
  environment.answer = () => Promise.resolve(jsonAnswer(503));
  const error = failure(http.request("GET", "/x", undefined, { timeoutMs: 300 }));
  await environment.advance(300);
  expect(await error).toMatchObject({ status: 503, code: "http-503" });
  expect(environment.requests).toHaveLength(2);
});

test("204 is undefined", async () => {
  const { environment, http } = start();
  environment.answer = () => Promise.resolve(jsonAnswer(204));
  expect(await http.request("DELETE", "/x")).toBeUndefined();
});
