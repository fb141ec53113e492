import type { KeyValueStore } from "../environment/environment.ts";

const STORE = "values";

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB failed"));
  });

const open = (factory: IDBFactory, name: string): Promise<IDBDatabase> => {
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  // A newer release in another tab must not wait for us.
  return settled(request).then((database) => {
    database.onversionchange = () => database.close();
    return database;
  });
};

/** Keeps values in the browser. Without IndexedDB (a private window of an old browser) each call fails, and the SDK goes on without. */
export function indexedDbStore(
  name = "callnext",
  factory: IDBFactory | undefined = globalIndexedDb(),
): KeyValueStore {
  let database: Promise<IDBDatabase> | null = null;
  const run = async <T>(
    mode: IDBTransactionMode,
    use: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    if (!factory) throw new Error("This browser has no IndexedDB");
    if (!database) {
      database = open(factory, name);
      // The next call may try again.
      database.catch(() => {
        database = null;
      });
    }
    try {
      return await settled(use((await database).transaction(STORE, mode).objectStore(STORE)));
    } catch (error) {
      database = null;
      throw error;
    }
  };
  return {
    get: (key) => run<unknown>("readonly", (store) => store.get(key)),
    set: (key, value) => run("readwrite", (store) => store.put(value, key)).then(() => undefined),
    delete: (key) => run("readwrite", (store) => store.delete(key)),
    keys: () => run("readonly", (store) => store.getAllKeys()).then((keys) => keys.map(String)),
  };
}

function globalIndexedDb(): IDBFactory | undefined {
  try {
    return typeof indexedDB === "undefined" ? undefined : indexedDB;
  } catch {
    // Reading the global itself throws where storage is forbidden.
    return undefined;
  }
}
