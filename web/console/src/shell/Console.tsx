import type { ReactElement } from "react";
import { CannedSheet } from "../canned/CannedSheet.tsx";
import { Conversation } from "../conversation/Conversation.tsx";
import { Inbox } from "../inbox/Inbox.tsx";
import { useKeyboard } from "../keyboard/listen.ts";
import { leadsPageAt } from "../leads/pages.ts";
import { OpenOffers } from "../offers/OpenOffers.tsx";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { Announcer } from "./Announcer.tsx";
import { CommandBar } from "./CommandBar.tsx";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import { LeadsArea } from "./LeadsArea.tsx";
import { Notices } from "./Notices.tsx";
import { NothingOpen } from "./NothingOpen.tsx";
import { RushBanner } from "./RushBanner.tsx";
import { usePath, useRoute } from "./route.ts";
import { ShortcutSheet } from "./ShortcutSheet.tsx";
import { TopBar } from "./TopBar.tsx";
import { useConsoleCommands } from "./useConsoleCommands.ts";
import { useLeadsCommands } from "./useLeadsCommands.ts";
import { useTitle } from "./useTitle.ts";

export function Console({ agent }: { readonly agent: Agent }): ReactElement {
  const { shell } = useWords();
  const place = useRoute();
  const { conversation } = place;
  const page = leadsPageAt(usePath(), agent);
  useKeyboard();
  useConsoleCommands();
  useLeadsCommands(agent);
  useTitle();
  return (
    <div className="console" data-open={conversation === null ? "list" : "conversation"} data-section={page === null ? "inbox" : "leads"}>
      <a className="skip" href="#conversation">
        {shell.skip}
      </a>
      <TopBar agent={agent} />
      <div className="banners">
        <ConnectionBanner />
        <RushBanner />
      </div>
      {page === null ? (
        <>
          <Inbox place={place} agent={agent} />
          <main id="conversation" className="stage" tabIndex={-1}>
            {conversation === null ? <NothingOpen /> : <Conversation key={conversation} id={conversation} agent={agent} />}
          </main>
        </>
      ) : (
        <LeadsArea page={page} agent={agent} />
      )}
      <OpenOffers agent={agent} />
      <CannedSheet />
      <CommandBar />
      <ShortcutSheet />
      <Notices />
      <Announcer />
    </div>
  );
}
