import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useDesk } from "../../live/DeskContext.tsx";
import { Loading } from "../../shell/Loading.tsx";
import { LoadFailed } from "../LoadFailed.tsx";
import { useLeadsWords } from "../words/words.ts";
import { InForce } from "./InForce.tsx";
import { NOTICE, noticeApi } from "./notice.ts";
import { NoticeForm } from "./NoticeForm.tsx";

/** What everybody is told before the assistant answers: written, looked at, taken back. */
export function NoticePage(): ReactElement {
  const { notice: words } = useLeadsWords();
  const publishes = useDesk().agent.role === "lead";
  const { data, isError, refetch } = useQuery({
    queryKey: NOTICE,
    queryFn: noticeApi.latest,
    staleTime: 0,
    refetchInterval: 15_000,
  });
  if (isError && data === undefined) return <LoadFailed retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="rehearsal">
      <p className="lead">{words.lead}</p>
      <InForce notice={data.notice} withdraws={publishes} />
      {publishes ? <NoticeForm key={data.notice?.id ?? "none"} announced={data} /> : <p className="lead">{words.onlyLeads}</p>}
    </div>
  );
}
