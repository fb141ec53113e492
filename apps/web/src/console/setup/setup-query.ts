import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";

/** Whether this server still waits for its first administrator. */
export function setupQuery(client: CallnextClient) {
  return queryOptions({
    queryKey: ["setup"],
    queryFn: () => client.request<{ needed: boolean }>("GET", "/setup"),
  });
}
