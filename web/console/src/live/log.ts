/** A conversation's events in order; what arrives ahead of a gap waits until the gap is fetched. */
import type { Event } from "@lotse/sdk";

export interface Log {
  readonly events: readonly Event[];
  readonly last: number;
  readonly ahead: readonly Event[];
}

export function logOf(events: readonly Event[]): Log {
  const ordered = [...events].sort((a, b) => a.seq - b.seq);
  return { events: ordered, last: ordered.at(-1)?.seq ?? 0, ahead: [] };
}

/** Takes in what follows without a gap from the events that waited. */
function drained(log: Log): Log {
  const waiting = [...log.ahead].sort((a, b) => a.seq - b.seq);
  const events = [...log.events];
  let last = log.last;
  const ahead: Event[] = [];
  for (const event of waiting) {
    if (event.seq === last + 1) {
      events.push(event);
      last = event.seq;
    } else if (event.seq > last) {
      ahead.push(event);
    }
  }
  return { events, last, ahead };
}

export function withEvent(log: Log, event: Event): Log {
  if (event.seq <= log.last) return log;
  if (log.ahead.some((waiting) => waiting.seq === event.seq)) return log;
  return drained({ ...log, ahead: [...log.ahead, event] });
}

export function hasGap(log: Log): boolean {
  return log.ahead.length > 0;
}

/** A fetched log replaces the known one, which adds what it learned since. */
export function refreshed(known: Log | undefined, fetched: Log): Log {
  if (known === undefined) return fetched;
  if (fetched.last <= known.last && !hasGap(known)) return known;
  const later = [...known.events, ...known.ahead].filter((event) => event.seq > fetched.last);
  return drained({ ...fetched, ahead: later });
}
