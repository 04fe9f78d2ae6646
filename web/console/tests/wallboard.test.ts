import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { AgentFrame } from "../src/frames.ts";
import { leadsPageAt, pagesFor } from "../src/leads/pages.ts";
import { inOrder, type Presence, seenAs } from "../src/leads/wallboard/presence.ts";
import { surgeWords } from "../src/leads/wallboard/SurgeLine.tsx";
import { byTeam, takenShare } from "../src/leads/wallboard/wallboard.ts";
import { LEADS_WORDS } from "../src/leads/words/words.ts";
import { WALLBOARD, WallboardWatch } from "../src/live/wallboard.ts";

const AMIRA: Presence = {
  id: "a",
  name: "Amira",
  role: "agent",
  languages: ["de"],
  skills: [],
  levels: {},
  teams: [],
  capacity: 4,
  channel_capacity: {},
  status: "online",
  here: true,
  load: 1,
};

describe("who may see which page", () => {
  it("shows agents none, whatever address they type", () => {
    expect(pagesFor({ role: "agent" })).toEqual([]);
    expect(leadsPageAt("/console/leads/wallboard", { role: "agent" })).toBeNull();
  });

  it("leads from an address without a page, or with one that is not theirs, to the first", () => {
    for (const path of ["/console/leads", "/console/leads/", "/console/leads/nothing"])
      expect(leadsPageAt(path, { role: "lead" })).toBe("wallboard");
    expect(leadsPageAt("/console/queue", { role: "lead" })).toBeNull();
    expect(leadsPageAt("/console/leadsboard", { role: "lead" })).toBeNull();
  });
});

describe("the wallboard", () => {
  it("calls silent who said online and is not heard of", () => {
    expect(seenAs({ ...AMIRA, here: false })).toBe("silent");
    expect(seenAs({ ...AMIRA, here: false, status: "away" })).toBe("away");
  });

  it("puts those who are here first, the fullest on top", () => {
    const away: Presence = { ...AMIRA, id: "b", name: "Bo", status: "away", here: false, load: 4 };
    const full: Presence = { ...AMIRA, id: "c", name: "Cy", load: 4 };
    const silent: Presence = { ...AMIRA, id: "d", name: "Di", here: false };

    expect(inOrder([away, AMIRA, silent, full]).map(({ name }) => name)).toEqual(["Cy", "Amira", "Di", "Bo"]);
  });

  it("makes one bar of a team's classes, and keeps those without a team apart", () => {
    const oldest = "2026-11-24T10:00:00Z";
    const bars = byTeam([
      { team: "Payments", priority: "security", waiting: 2, oldest },
      { team: null, priority: "rest", waiting: 1, oldest },
      { team: "Payments", priority: "rest", waiting: 3, oldest },
    ]);

    expect(bars).toEqual([
      { team: "Payments", security: 2, stuck: 0, rest: 3 },
      { team: null, security: 0, stuck: 0, rest: 1 },
    ]);
  });

  it("has no share of nobody, and none above all", () => {
    expect(takenShare({ asked: 0, taken: 0, abandoned: 0, dropped: 0 })).toBeNull();
    expect(takenShare({ asked: 2, taken: 3, abandoned: 0, dropped: 0 })).toBe(1);
  });

  it("says what a rush changes, and nothing that it does not", () => {
    const surge = { level: 1, extra_capacity: 1, widen: false, offer_email: true, stand_by: ["Stand-by"] };

    expect(surgeWords(surge, LEADS_WORDS.en)).toEqual([
      "1 place more for each agent",
      "an answer by e-mail is offered",
      "called in: Stand-by",
    ]);
  });
});

describe("watching", () => {
  it("is asked for once however many look, again on a new socket, and ends with the last", () => {
    const sent: AgentFrame[] = [];
    const watch = new WallboardWatch(new QueryClient(), (frame) => sent.push(frame));

    const first = watch.watch();
    const second = watch.watch();
    watch.again();
    first();
    second();
    watch.again();

    expect(sent.map((frame) => "on" in frame && frame.on)).toEqual([true, true, false]);
  });

  it("puts what it hears where the screen looks", () => {
    const cache = new QueryClient();

    new WallboardWatch(cache, () => true).heard({ at: "2026-11-24T10:00:00Z" });

    expect(cache.getQueryData(WALLBOARD)).toEqual({ at: "2026-11-24T10:00:00Z" });
  });
});
