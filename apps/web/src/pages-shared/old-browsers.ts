/** What our code and the SDK call and Chrome 53 does not have yet. A side effect of being imported; it must come first. */
define(Object, "values", (of: Readonly<Record<string, unknown>>) => Object.keys(of).map((key) => of[key]));
define(Object, "entries", (of: Readonly<Record<string, unknown>>) =>
  Object.keys(of).map((key) => [key, of[key]]),
);
define(Promise.prototype, "finally", function (this: Promise<unknown>, run: () => void) {
  return this.then(
    (value) => Promise.resolve(run()).then(() => value),
    (error: unknown) =>
      Promise.resolve(run()).then(() => {
        throw error;
      }),
  );
});

function define(on: object, name: string, value: unknown): void {
  if (!(name in on)) Object.defineProperty(on, name, { value, configurable: true, writable: true });
}

export {};
