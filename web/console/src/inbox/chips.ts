/** Filters in words, each with what is left when it is taken away. */
import type { Filters } from "../wire.ts";
import { term, type Words } from "../words/words.ts";
import type { FilterName } from "./filters.ts";

export interface Chip {
  readonly key: string;
  readonly text: string;
  readonly without: Filters;
}

export function chipsOf(filters: Filters, words: Words): Chip[] {
  const { terms, inbox, conversation } = words;
  const texts: Readonly<Record<FilterName, (value: string) => string>> = {
    team: (value) => value,
    language: (value) => term(terms.languages, value),
    channel: (value) => term(terms.channels, value),
    priority: (value) => term(inbox.priority, value),
    tag: (value) => `#${value}`,
    customer: () => inbox.filters.oneCustomer,
    since: (value) => inbox.filters.since(value.slice(0, 10)),
    until: (value) => inbox.filters.until(value.slice(0, 10)),
  };
  const states = filters.state.map((state) => ({
    key: state,
    text: term(conversation.states, state),
    without: { ...filters, state: filters.state.filter((other) => other !== state) },
  }));
  const others = (Object.keys(texts) as FilterName[]).flatMap((name) => {
    const value = filters[name];
    return value === null ? [] : [{ key: name, text: texts[name](value), without: { ...filters, [name]: null } }];
  });
  return [...states, ...others];
}
