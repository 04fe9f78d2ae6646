import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../../kit/Button.tsx";
import { say } from "../../shell/notices.ts";
import { refusalWords } from "../../words/refusal.ts";
import { useWords } from "../../words/words.ts";
import { Field } from "../form/Field.tsx";
import { useCheck } from "../form/useCheck.ts";
import { useLeadsWords } from "../words/words.ts";
import { type Announced, bodyOf, CHECK_URL, draftOf, localField, NOTICE, type NoticeDraft, noticeApi } from "./notice.ts";
import { Preview } from "./Preview.tsx";

const HOURS = [1, 2, 4, 8, 24];

export function NoticeForm({ announced }: { readonly announced: Announced }): ReactElement {
  const { notice, aheadMs } = announced;
  const words = useWords();
  const { notice: says } = useLeadsWords();
  const cache = useQueryClient();
  const [draft, setDraft] = useState<NoticeDraft>(() => draftOf(notice, Date.now() + aheadMs));
  const check = useCheck(CHECK_URL, JSON.stringify(bodyOf(draft)));
  const publishing = useMutation({
    mutationFn: noticeApi.publish,
    onSuccess: (published) => {
      cache.setQueryData(NOTICE, published);
      say(says.published);
    },
  });
  const type = (change: Partial<NoticeDraft>): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    check.leaveAll();
    if (check.sound && !publishing.isPending) publishing.mutate(draft);
  };
  const text = (lang: "de" | "en"): ReactElement => (
    <Field
      label={says.text[lang]}
      lang={lang}
      rows={3}
      value={draft[lang]}
      onChange={(value) => {
        type({ [lang]: value });
      }}
      errors={check.errorsOf(`text.${lang}`)}
      onLeave={() => {
        check.leave(`text.${lang}`);
      }}
    />
  );
  return (
    <Form className="panel" validationBehavior="aria" onSubmit={submit} aria-label={says.write}>
      <h2 className="board-heading">{notice === null ? says.write : says.replace}</h2>
      {text("de")}
      {text("en")}
      <Field
        label={says.ends}
        type="datetime-local"
        value={draft.ends}
        onChange={(ends) => {
          type({ ends });
        }}
        errors={check.errorsOf("ends_at")}
        onLeave={() => {
          check.leave("ends_at");
        }}
      />
      <div className="panel-foot" role="group" aria-label={says.ends}>
        {HOURS.map((hours) => (
          <Button
            key={hours}
            look="quiet"
            onPress={() => {
              type({ ends: localField(Date.now() + aheadMs + hours * 3_600_000) });
            }}
          >
            {says.inHours(hours)}
          </Button>
        ))}
      </div>
      <h3>{says.preview}</h3>
      <Preview de={draft.de.trim()} en={draft.en.trim()} />
      {publishing.isError && (
        <p className="problem" role="alert">
          {refusalWords(publishing.error, words)}
        </p>
      )}
      <div className="panel-foot">
        <Button type="submit" look="primary" isPending={publishing.isPending}>
          {says.publish}
        </Button>
      </div>
    </Form>
  );
}
