import type { BrokenRule } from "../../../api/http.ts";

/** The server's rules in words; a rule that is not named here is told as the server says it. */
const RULES: Readonly<Record<string, (limit: number, rule: string) => string>> = {
  missing: () => "This is missing.",
  string_too_short: (limit) => (limit === 1 ? "This must not be empty." : `At least ${limit} characters.`),
  string_too_long: (limit) => `At most ${limit} characters.`,
  too_short: (limit) => (limit === 1 ? "Choose at least one." : `Choose at least ${limit}.`),
  too_long: (limit) => `At most ${limit}.`,
  greater_than_equal: (limit) => `At least ${limit}.`,
  less_than_equal: (limit) => `At most ${limit}.`,
  int_parsing: () => "This must be a whole number.",
  int_type: () => "This must be a whole number.",
  extra_forbidden: () => "There is no such field.",
  enum: (_, rule) => rule.replace("Input should be ", "One of: ").replace(" or ", ", "),
  in_the_past: () => "This must lie in the future.",
  taken: () => "Somebody has this already.",
  unknown: () => "There is none of that name.",
  not_an_address: () => "This must be an e-mail address.",
  not_a_skill: () => "A level counts only for a skill that they have.",
};

export const forms = {
  broken: ({ code, rule, limit }: BrokenRule): string => RULES[code]?.(limit ?? 0, rule) ?? rule,
  problems: (count: number) => (count === 1 ? "One thing is wrong" : `${count} things are wrong`),
  checking: "Checking …",
};
