import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { Loading } from "../../shell/Loading.tsx";
import { LoadFailed } from "../LoadFailed.tsx";
import { useLeadsWords } from "../words/words.ts";
import { hoursApi } from "./hours.ts";
import { RuleFiles } from "./RuleFiles.tsx";
import { TeamCard } from "./TeamCard.tsx";

const EVERY_MS = 60_000;

/** When which team is there. The files are the truth: they are shown, and changed where they lie. */
export function HoursPage(): ReactElement {
  const { hours: words } = useLeadsWords();
  const { data, isError, refetch } = useQuery({
    queryKey: ["hours"],
    queryFn: hoursApi.hours,
    staleTime: 0,
    refetchInterval: EVERY_MS,
  });
  if (isError && data === undefined) return <LoadFailed retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const [usual, ...teams] = data;
  return (
    <div className="rehearsal">
      <p className="lead">{words.lead}</p>
      {usual !== undefined && <TeamCard times={usual} />}
      <div className="teams">
        {teams.map((times) => (
          <TeamCard key={times.team} times={times} />
        ))}
      </div>
      <RuleFiles />
    </div>
  );
}
