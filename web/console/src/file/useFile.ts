import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { request } from "../api/http.ts";
import { useSettings } from "../settings/settings.ts";
import type { CustomerFile, TimelineAnswer } from "./wire.ts";

/** The platform reports at any time, and tells no console: looked at again while it is before somebody. */
const EVERY_MS = 30_000;

const at = (customer: string): string => `/v1/agent/customers/${encodeURIComponent(customer)}`;

export function useFile(customer: string): CustomerFile | undefined {
  const { language } = useSettings();
  return useQuery<CustomerFile>({
    queryKey: ["file", customer, language],
    queryFn: () => request("GET", `${at(customer)}?lang=${language}`),
    staleTime: 0,
    refetchInterval: EVERY_MS,
  }).data;
}

/** Everything that happened, read backwards page by page. */
export function useTimeline(customer: string) {
  return useInfiniteQuery({
    queryKey: ["timeline", customer],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === null ? "" : `?cursor=${encodeURIComponent(pageParam)}`;
      return request<TimelineAnswer>("GET", `${at(customer)}/timeline${cursor}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    gcTime: 0,
  });
}
