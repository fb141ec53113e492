import { QueryClient } from "@tanstack/react-query";

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Whether the server can be reached is for the client to find out: a branch may run without the internet.
      queries: { networkMode: "always", retry: 1, staleTime: 10_000 },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
