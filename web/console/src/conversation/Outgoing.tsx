import type { ReactElement } from "react";
import { FileLine } from "../attachments/AttachmentPart.tsx";
import { Button } from "../kit/Button.tsx";
import { Icon } from "../kit/Icon.tsx";
import { useDesk } from "../live/DeskContext.tsx";
import type { Message, OutgoingMessage } from "../live/outgoing.ts";
import { useStore } from "../store.ts";
import { codeWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly message: OutgoingMessage;
  readonly conversation: string;
}

function Contents({ body: { kind, text, attachments = [] } }: { readonly body: Message }): ReactElement {
  return (
    <>
      {text !== "" && <p className={kind === "note" ? "note-text" : "bubble"}>{text}</p>}
      {attachments.map((file) => (
        <div key={file.id} className="card attachment">
          <FileLine file={file} />
        </div>
      ))}
    </>
  );
}

/** A message that the log does not have yet, with how it stands. */
export function Outgoing({ message, conversation }: Props): ReactElement {
  const words = useWords();
  const { outgoing, link } = useDesk();
  const connected = useStore(link) === "online";
  const { body, state, error, id } = message;
  const failed = state === "failed";
  const waits = connected ? words.conversation.sending : words.conversation.waitsForConnection;
  return (
    <li className={body.kind === "note" ? "note" : "said"} data-by="agent" data-state={state}>
      <div className="said-parts">
        <Contents body={body} />
      </div>
      <p className="said-state" role="status" data-failed={failed}>
        {failed && <Icon name="alert" />}
        <span>
          {failed
            ? `${words.conversation.failed}. ${codeWords(error, words)}`
            : state === "sent"
              ? words.conversation.sent
              : waits}
        </span>
      </p>
      {failed && (
        <div className="said-again">
          <Button
            onPress={() => {
              outgoing.retry(conversation, id);
            }}
          >
            {words.conversation.tryAgain}
          </Button>
          <Button
            look="quiet"
            onPress={() => {
              outgoing.remove(conversation, id);
            }}
          >
            {words.conversation.discard}
          </Button>
        </div>
      )}
    </li>
  );
}
