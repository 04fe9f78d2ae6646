import type { Event } from "@lotse/sdk";
import { describe, expect, it } from "vitest";
import { lastNoted, type Playbook, roleName, type Run, startable } from "../src/playbooks/playbook.ts";
import { said } from "./sample.ts";

const FIRE: Playbook = {
  slug: "fire",
  title: { en: "Fire" },
  criteria: [],
  roles: [{ id: "warden", name: { en: "Warden" }, task: { en: "Warns" } }],
  contacts: [],
  steps: [],
  messages: [],
};
const FLOOD: Playbook = { ...FIRE, slug: "flood" };
const RUN: Run = {
  playbook: FIRE,
  started_at: "2026-11-24T12:00:00Z",
  started_by: null,
  calling: null,
  due_at: null,
  reached: null,
  done: [],
  ended_at: null,
};

describe("playbooks", () => {
  it("are fetched again when something of them was noted, and only then", () => {
    const noted: Event = {
      conversation: "r1",
      seq: 2,
      at: "2026-11-24T12:00:00Z",
      type: "playbook_noted",
      origin: "system",
      playbook: "fire",
      move: "started",
      item: null,
      agent: null,
    };

    expect(lastNoted([said(1)])).toBe(0);
    expect(lastNoted([said(1), noted, said(3)])).toBe(2);
  });

  it("can be begun unless they run", () => {
    expect(startable([FIRE, FLOOD], [RUN])).toEqual([FLOOD]);
    expect(startable([FIRE, FLOOD], [{ ...RUN, ended_at: "2026-11-24T13:00:00Z" }])).toEqual([FIRE, FLOOD]);
  });

  it("name their roles", () => {
    expect(roleName(FIRE, "warden")).toEqual({ en: "Warden" });
    expect(roleName(FIRE, "nobody")).toEqual({});
  });
});
