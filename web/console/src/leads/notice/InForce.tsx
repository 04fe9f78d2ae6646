import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { Button } from "../../kit/Button.tsx";
import { Sheet } from "../../kit/Sheet.tsx";
import { useSettings } from "../../settings/settings.ts";
import { say } from "../../shell/notices.ts";
import { moment } from "../../words/format.ts";
import { refusalWords } from "../../words/refusal.ts";
import { useWords } from "../../words/words.ts";
import { useLeadsWords } from "../words/words.ts";
import { type Announced, NOTICE, type Notice, noticeApi } from "./notice.ts";
import { Preview } from "./Preview.tsx";

interface Props {
  readonly notice: Notice | null;
  readonly withdraws: boolean;
}

export function InForce({ notice, withdraws }: Props): ReactElement {
  const { notice: words } = useLeadsWords();
  const { language } = useSettings();
  if (notice === null) return <p className="surge">{words.none}</p>;
  return (
    <section className="panel" aria-label={words.inForce}>
      <h2 className="board-heading">{words.inForce}</h2>
      <p>{words.by(notice.by.name, moment(notice.begins_at, language), moment(notice.ends_at, language))}</p>
      <Preview de={notice.text.de} en={notice.text.en} />
      {withdraws && <Withdraw />}
    </section>
  );
}

function Withdraw(): ReactElement {
  const words = useWords();
  const { notice } = useLeadsWords();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const withdrawing = useMutation({
    mutationFn: noticeApi.withdraw,
    onSuccess: () => {
      cache.setQueryData<Announced>(NOTICE, (before) => before && { ...before, notice: null });
      say(notice.withdrawn);
    },
    onError: (error) => {
      say(refusalWords(error, words));
    },
  });
  return (
    <div className="panel-foot">
      <Button
        onPress={() => {
          setAsking(true);
        }}
      >
        {notice.withdraw}
      </Button>
      <Sheet title={notice.withdraw} isOpen={asking} onOpenChange={setAsking}>
        <p>{notice.withdrawMeans}</p>
        <div className="panel-foot">
          <Button
            look="primary"
            autoFocus
            onPress={() => {
              setAsking(false);
              withdrawing.mutate();
            }}
          >
            {notice.withdraw}
          </Button>
          <Button
            look="quiet"
            onPress={() => {
              setAsking(false);
            }}
          >
            {notice.keep}
          </Button>
        </div>
      </Sheet>
    </div>
  );
}
