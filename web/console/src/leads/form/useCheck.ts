/** Asks the server, while somebody types, what it would refuse: its rules are nowhere else. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type BrokenRule, request } from "../../api/http.ts";
import { useLeadsWords } from "../words/words.ts";

const PAUSE_MS = 250;

export interface Check {
  /** What is wrong with a field that somebody has been at, as sentences; the fields below it count as well. */
  readonly errorsOf: (field: string) => readonly string[];
  readonly leave: (field: string) => void;
  readonly leaveAll: () => void;
  /** Nothing is wrong with what is there now. */
  readonly sound: boolean;
}

function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setPaused(value);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return paused;
}

const belongs = (broken: BrokenRule, field: string): boolean =>
  broken.field === field || broken.field.startsWith(`${field}.`);

/** Errors show once their field was left, so that nobody is told off for a word half written. */
export function useCheck(url: string, body: string): Check {
  const { forms } = useLeadsWords();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const paused = usePaused(body);
  const { data, isFetching } = useQuery({
    queryKey: ["check", url, paused],
    queryFn: () => request<{ readonly errors: readonly BrokenRule[] }>("POST", url, JSON.parse(paused) as object),
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const errors = data?.errors ?? [];
  return {
    errorsOf: (field) =>
      all || left.has(field) ? errors.filter((broken) => belongs(broken, field)).map((broken) => forms.broken(broken)) : [],
    leave: (field) => {
      setLeft((before) => new Set(before).add(field));
    },
    leaveAll: () => {
      setAll(true);
    },
    sound: data !== undefined && errors.length === 0 && !isFetching && paused === body,
  };
}
