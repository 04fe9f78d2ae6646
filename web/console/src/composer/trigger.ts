/** A sign that asks for suggestions: `/` for canned replies, `@` for colleagues. */
export interface Trigger {
  readonly query: string;
  /** Where the sign stands. */
  readonly start: number;
}

/** What is being typed after the sign, if the caret stands right behind it. */
export function triggerAt(text: string, caret: number, sign: "/" | "@"): Trigger | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf(sign);
  if (start < 0) return null;
  const query = before.slice(start + 1);
  const opens = start === 0 || /\s/.test(before.charAt(start - 1));
  return opens && !/\s/.test(query) && query.length <= 40 ? { query, start } : null;
}

export interface Replaced {
  readonly text: string;
  readonly caret: number;
}

/** The text with what was typed after the sign, and the sign, replaced. */
export function replaced(text: string, { start, query }: Trigger, by: string): Replaced {
  const after = text.slice(start + 1 + query.length);
  return { text: text.slice(0, start) + by + after, caret: start + by.length };
}
