import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { keys } from "../api/keys.ts";
import { Desk } from "../live/desk.ts";
import { DeskContext } from "../live/DeskContext.tsx";
import type { News } from "../live/news.ts";
import { useLeaving } from "../session/session.ts";
import type { Agent } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { announceNews, announceOffer } from "./alerts.ts";
import { Console } from "./Console.tsx";
import { say } from "./notices.ts";

/** Builds what lives as long as this agent is signed in, and takes it down after. */
export function SignedIn({ agent }: { readonly agent: Agent }): ReactElement | null {
  const cache = useQueryClient();
  const words = useWords();
  const leaving = useLeaving();
  const latest = useRef({ words, leaving });
  const [desk, setDesk] = useState<Desk | null>(null);
  const first = useRef(agent);
  useEffect(() => {
    latest.current = { words, leaving };
  });

  useEffect(() => {
    const built = new Desk(first.current, cache, {
      news: (news: News) => {
        announceNews(news, latest.current.words);
      },
      offered: (offer) => {
        announceOffer(offer.row, latest.current.words);
      },
      missed: () => {
        void cache.invalidateQueries({ queryKey: keys.me });
        say(latest.current.words.offers.missed);
      },
      signedOut: () => {
        latest.current.leaving.end();
      },
    });
    const check = (): void => {
      if (document.visibilityState === "visible") built.check();
    };
    built.start();
    setDesk(built);
    document.addEventListener("visibilitychange", check);
    return () => {
      document.removeEventListener("visibilitychange", check);
      built.stop();
    };
  }, [cache]);

  if (desk === null) return null;
  return (
    <DeskContext value={desk}>
      <Console agent={agent} />
    </DeskContext>
  );
}
