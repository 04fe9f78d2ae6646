import type { LeadsWords } from "../words.ts";

const RULES: Readonly<Record<string, (limit: number, rule: string) => string>> = {
  missing: () => "Das fehlt.",
  string_too_short: (limit) => (limit === 1 ? "Das darf nicht leer sein." : `Mindestens ${limit} Zeichen.`),
  string_too_long: (limit) => `Höchstens ${limit} Zeichen.`,
  too_short: (limit) => (limit === 1 ? "Wählen Sie mindestens eins." : `Wählen Sie mindestens ${limit}.`),
  too_long: (limit) => `Höchstens ${limit}.`,
  greater_than_equal: (limit) => `Mindestens ${limit}.`,
  less_than_equal: (limit) => `Höchstens ${limit}.`,
  int_parsing: () => "Das muss eine ganze Zahl sein.",
  int_type: () => "Das muss eine ganze Zahl sein.",
  extra_forbidden: () => "Dieses Feld gibt es nicht.",
  enum: (_, rule) => rule.replace("Input should be ", "Eines von: ").replace(" or ", ", "),
  in_the_past: () => "Das muss in der Zukunft liegen.",
  taken: () => "Das ist schon vergeben.",
  unknown: () => "Das gibt es nicht.",
  not_an_address: () => "Das muss eine E-Mail-Adresse sein.",
  not_a_skill: () => "Eine Stufe zählt nur bei einer Fähigkeit, die jemand hat.",
};

export const forms: LeadsWords["forms"] = {
  broken: ({ code, rule, limit }) => RULES[code]?.(limit ?? 0, rule) ?? rule,
  problems: (count) => (count === 1 ? "Eines stimmt nicht" : `${count} Dinge stimmen nicht`),
  checking: "Wird geprüft …",
};
