export const rush = {
  lead: (level: number) => `Rush, level ${level}.`,
  stand_by: () => "You are called in: many are waiting, and you are asked as of now.",
  agent: () => "Many are waiting.",
  more: (count: number) =>
    count === 1 ? "Everybody can have one conversation more." : `Everybody can have ${count} conversations more.`,
  widened: "Whoever is free is asked.",
  email: "Customers are offered an answer by e-mail or a call back.",
  calledIn: (teams: string) => `Called in: ${teams}.`,
  over: "The rush is over. Everything is as usual.",
};
