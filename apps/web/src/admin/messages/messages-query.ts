import type { CallnextClient } from "@callnext/client";
import type { MessageLogAnswer, MessagesAnswer } from "@callnext/protocol";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";

export function messagesQuery(client: CallnextClient, tenant: string) {
  return queryOptions({
    queryKey: ["tenant", tenant, "messages"],
    queryFn: () => client.request<MessagesAnswer>("GET", `/tenants/${tenant}/messages`),
  });
}

const LOOK_EVERY_MS = 5_000;

/** The newest first, further ones page by page. */
export function messageLogQuery(client: CallnextClient, tenant: string, status: string) {
  return infiniteQueryOptions({
    queryKey: ["tenant", tenant, "messages", "log", status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams();
      if (status !== "") query.set("status", status);
      if (pageParam !== null) query.set("cursor", pageParam);
      return client.request<MessageLogAnswer>("GET", `/tenants/${tenant}/messages/log?${query.toString()}`);
    },
    getNextPageParam: ({ next }) => next,
    refetchInterval: LOOK_EVERY_MS,
  });
}
