import type { CallnextClient } from "@callnext/client";
import type { ForecastRecordAnswer } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

/** How often the forecasts of the last four weeks came true. */
export function forecastRecordQuery(client: CallnextClient, tenant: string, shopId: number) {
  return queryOptions({
    queryKey: ["tenant", tenant, "forecast-record", shopId],
    queryFn: () =>
      client.request<ForecastRecordAnswer>("GET", `/tenants/${tenant}/shops/${shopId}/forecast-record`),
  });
}
