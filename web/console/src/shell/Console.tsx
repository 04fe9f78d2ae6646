import type { ReactElement } from "react";
import { CannedSheet } from "../canned/CannedSheet.tsx";
import { Conversation } from "../conversation/Conversation.tsx";
import { Inbox } from "../inbox/Inbox.tsx";
import { useKeyboard } from "../keyboard/listen.ts";
import { OpenOffers } from "../offers/OpenOffers.tsx";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { Announcer } from "./Announcer.tsx";
import { CommandBar } from "./CommandBar.tsx";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import { Notices } from "./Notices.tsx";
import { NothingOpen } from "./NothingOpen.tsx";
import { useRoute } from "./route.ts";
import { ShortcutSheet } from "./ShortcutSheet.tsx";
import { TopBar } from "./TopBar.tsx";
import { useConsoleCommands } from "./useConsoleCommands.ts";
import { useTitle } from "./useTitle.ts";

export function Console({ agent }: { readonly agent: Agent }): ReactElement {
  const { shell } = useWords();
  const place = useRoute();
  const { conversation } = place;
  useKeyboard();
  useConsoleCommands();
  useTitle();
  return (
    <div className="console" data-open={conversation === null ? "list" : "conversation"}>
      <a className="skip" href="#conversation">
        {shell.skip}
      </a>
      <TopBar agent={agent} />
      <ConnectionBanner />
      <Inbox place={place} agent={agent} />
      <main id="conversation" className="stage" tabIndex={-1}>
        {conversation === null ? <NothingOpen /> : <Conversation key={conversation} id={conversation} agent={agent} />}
      </main>
      <OpenOffers agent={agent} />
      <CannedSheet />
      <CommandBar />
      <ShortcutSheet />
      <Notices />
      <Announcer />
    </div>
  );
}
