import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { Loading } from "../../shell/Loading.tsx";
import { Segments } from "../form/Segments.tsx";
import { LoadFailed } from "../LoadFailed.tsx";
import { useLeadsWords } from "../words/words.ts";
import { ArticlesTable } from "./ArticlesTable.tsx";
import { usefulness } from "./usefulness.ts";

const PERIODS = ["7", "30", "90", "365"] as const;

/** Which articles help least, with how sure that is. */
export function ArticlesPage(): ReactElement {
  const { articles } = useLeadsWords();
  const [days, setDays] = useState<(typeof PERIODS)[number]>("90");
  const { data, isError, refetch } = useQuery({
    queryKey: ["usefulness", days],
    queryFn: () => usefulness(Number(days)),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="rehearsal">
      <p className="lead">{articles.lead}</p>
      <Segments
        label={articles.period}
        value={days}
        options={PERIODS.map((id) => ({ id, name: articles.days(Number(id)) }))}
        onChange={setDays}
      />
      {isError && data === undefined && <LoadFailed retry={() => void refetch()} />}
      {data === undefined && !isError && <Loading />}
      {data !== undefined && (data.length === 0 ? <p className="lead">{articles.none}</p> : <ArticlesTable articles={data} />)}
    </div>
  );
}
