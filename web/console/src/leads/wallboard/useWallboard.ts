/** The figures, told by the socket for as long as somebody looks; asked for once before. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useDesk } from "../../live/DeskContext.tsx";
import { WALLBOARD } from "../../live/wallboard.ts";
import { request } from "../../api/http.ts";
import type { WallboardFigures } from "./wallboard.ts";

export interface Board {
  readonly figures: WallboardFigures | undefined;
  readonly failed: boolean;
  readonly retry: () => void;
}

export function useWallboard(): Board {
  const desk = useDesk();
  const { data, isError, refetch } = useQuery({
    queryKey: WALLBOARD,
    queryFn: () => request<WallboardFigures>("GET", "/v1/agent/wallboard"),
    staleTime: 0,
  });
  useEffect(() => desk.wallboard.watch(), [desk]);
  return { figures: data, failed: isError && data === undefined, retry: () => void refetch() };
}
