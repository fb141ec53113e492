import type { KeyValueStore } from "../environment/environment.ts";

/** Forgets with the process; for tests, and where a page must leave nothing behind. */
export function memoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    get: (key) => {
      const text = values.get(key);
      const value: unknown = text === undefined ? undefined : JSON.parse(text);
      return Promise.resolve(value);
    },
    set: (key, value) => {
      values.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
    delete: (key) => {
      values.delete(key);
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...values.keys()]),
  };
}
