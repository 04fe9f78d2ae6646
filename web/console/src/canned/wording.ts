/** A canned reply while it is edited, and what is still wrong with it. */
import { type CannedReply, faultsOf, NO_STEPS, SHORTCUT, type Wording } from "./canned.ts";

export type End = "none" | "close" | "snooze";
export type Scope = CannedReply["scope"];

/** As the form holds it: what is typed need not be right yet. */
export interface Sketch {
  readonly id: string;
  readonly shortcut: string;
  readonly title: string;
  readonly de: string;
  readonly en: string;
  readonly scope: Scope;
  readonly team: string;
  readonly tags: string;
  readonly end: End;
  readonly close: string;
  readonly hours: number;
}

const HOUR_S = 3600;

export function blank(id: string): Sketch {
  const words = { shortcut: "", title: "", de: "", en: "" };
  return { id, ...words, scope: "own", team: "", tags: "", end: "none", close: "resolved", hours: 24 };
}

export function sketchOf({ id, shortcut, title, text, scope, team, steps }: CannedReply): Sketch {
  const { tags, close, snooze_s } = steps;
  return {
    id,
    shortcut,
    title,
    de: text.de,
    en: text.en,
    scope,
    team: team ?? "",
    tags: tags.join(", "),
    end: close !== null ? "close" : snooze_s !== null ? "snooze" : "none",
    close: close ?? "resolved",
    hours: (snooze_s ?? 24 * HOUR_S) / HOUR_S,
  };
}

export function tagsOf(text: string): readonly string[] {
  return [...new Set(text.split(",").map((tag) => tag.trim()).filter((tag) => tag !== ""))];
}

export function wordingOf({ shortcut, title, de, en, scope, team, tags, end, close, hours }: Sketch): Wording {
  const steps = { ...NO_STEPS, tags: tagsOf(tags) };
  const ending = end === "close" ? { close } : end === "snooze" ? { snooze_s: hours * HOUR_S } : {};
  return {
    shortcut,
    title: title.trim(),
    text: { de: de.trim(), en: en.trim() },
    own: scope === "own",
    team: scope === "team" ? team : null,
    steps: { ...steps, ...ending },
  };
}

export type Flaw = "shortcut" | "title" | "de" | "en" | "team" | "tags" | "hours";

/** What has to be put right before it can be kept. */
export function flawsOf(sketch: Sketch, variables: readonly string[]): ReadonlySet<Flaw> {
  const wrong: readonly (readonly [Flaw, boolean])[] = [
    ["shortcut", !SHORTCUT.test(sketch.shortcut)],
    ["title", sketch.title.trim() === ""],
    ["de", sketch.de.trim() === "" || faultsOf(sketch.de, variables).length > 0],
    ["en", sketch.en.trim() === "" || faultsOf(sketch.en, variables).length > 0],
    ["team", sketch.scope === "team" && sketch.team === ""],
    ["tags", !tagsOf(sketch.tags).every((tag) => SHORTCUT.test(tag))],
    ["hours", sketch.end === "snooze" && !(sketch.hours >= 1 && sketch.hours <= 2160)],
  ];
  return new Set(wrong.filter(([, broken]) => broken).map(([flaw]) => flaw));
}
