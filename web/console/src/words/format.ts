/** Times, dates and money as people of a language write them. */
import type { Language } from "@lotse/sdk";

const LOCALE: Record<Language, string> = { de: "de-DE", en: "en-GB" };
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function money(amount: string, currency: string, language: Language): string {
  const value = Number(amount);
  if (amount.trim() === "" || Number.isNaN(value)) return amount;
  try {
    return new Intl.NumberFormat(LOCALE[language], { style: "currency", currency }).format(value);
  } catch {
    return `${amount} ${currency}`.trim();
  }
}

function formatted(iso: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(LOCALE[language], options).format(date);
}

/** A calendar day names no instant; it must not slip across midnight with the time zone. */
export function day(iso: string, language: Language): string {
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" };
  return formatted(iso, language, plain ? { ...options, timeZone: "UTC" } : options);
}

export function weekday(iso: string, language: Language): string {
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const options: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };
  return formatted(iso, language, plain ? { ...options, timeZone: "UTC" } : options);
}

export function time(iso: string, language: Language): string {
  return formatted(iso, language, { hour: "2-digit", minute: "2-digit" });
}

export function moment(iso: string, language: Language): string {
  return formatted(iso, language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

export function month(iso: string, language: Language): string {
  return formatted(iso, language, { month: "long", year: "numeric", timeZone: "UTC" });
}

export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], { style: "percent", maximumFractionDigits: 0 }).format(share);
}

export function localTime(timeZone: string, now: number, language: Language): string | null {
  try {
    return new Intl.DateTimeFormat(LOCALE[language], { hour: "2-digit", minute: "2-digit", timeZone }).format(now);
  } catch {
    return null;
  }
}

/** A wait that ticks: 0:42, 12:07, 1 h 05, 3 d. */
export function elapsed(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole >= DAY) return language === "de" ? `${Math.floor(whole / DAY)} T` : `${Math.floor(whole / DAY)} d`;
  const minutes = Math.floor(whole / MINUTE);
  if (whole >= HOUR) return `${Math.floor(whole / HOUR)} h ${String(minutes % 60).padStart(2, "0")}`;
  return `${minutes}:${String(whole % MINUTE).padStart(2, "0")}`;
}

/** How long ago, without seconds, for news rather than waits. */
export function ago(seconds: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: "auto", style: "short" });
  const whole = Math.max(0, Math.floor(seconds));
  if (whole >= DAY) return format.format(-Math.floor(whole / DAY), "day");
  if (whole >= HOUR) return format.format(-Math.floor(whole / HOUR), "hour");
  return format.format(-Math.floor(whole / MINUTE), "minute");
}
