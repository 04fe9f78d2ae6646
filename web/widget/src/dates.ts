/** Times as the reader writes them, in their own time zone. */

import type { Language } from "@lotse/sdk";

import type { Texts } from "./texts/index.ts";

const LOCALES: Readonly<Record<Language, string>> = { de: "de-DE", en: "en-GB" };

function written(language: Language, options: Intl.DateTimeFormatOptions): (date: Date) => string {
  const format = new Intl.DateTimeFormat(LOCALES[language], options);
  return (date) => format.format(date);
}

export function clockTime(language: Language, at: string): string {
  return written(language, { hour: "2-digit", minute: "2-digit" })(new Date(at));
}

export function dayAndTime(language: Language, at: string): string {
  return written(language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })(new Date(at));
}

export function shortDate(language: Language, at: string): string {
  return written(language, { day: "numeric", month: "short", year: "numeric" })(day(at));
}

export function fullTime(language: Language, at: string): string {
  return written(language, { dateStyle: "full", timeStyle: "short" })(new Date(at));
}

export function weekdayTime(language: Language, at: string): string {
  return written(language, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" })(new Date(at));
}

export function weekdayDate(language: Language, at: string): string {
  return written(language, { weekday: "short", day: "numeric", month: "short" })(day(at));
}

export function sameDay(one: string, other: string): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

export function dayName(language: Language, texts: Texts, at: string, now: number): string {
  const today = new Date(now).toISOString();
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (sameDay(at, today)) return texts.today;
  if (sameDay(at, yesterday.toISOString())) return texts.yesterday;
  return written(language, { weekday: "long", day: "numeric", month: "long" })(new Date(at));
}

export function expectedWait(texts: Texts, seconds: number | null): string {
  if (seconds === null) return texts.waitUnknown;
  if (seconds < 60) return texts.waitSoon;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? texts.waitMinutes(minutes) : texts.waitHours(Math.round(minutes / 60));
}

/** A date without a time means that day here, not midnight in Greenwich. */
function day(at: string): Date {
  return new Date(at.includes("T") ? at : `${at}T12:00:00`);
}
