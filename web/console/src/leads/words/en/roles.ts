import type { RoleName } from "../../members/members.ts";

type OfRoles<T> = Readonly<Record<RoleName, T>>;

const names: OfRoles<string> = { agent: "Agent", lead: "Lead", admin: "Admin", auditor: "Auditor" };
const means: OfRoles<string> = {
  agent: "Answers customers.",
  lead: "Answers customers, and answers for how the team works.",
  admin: "Says who is of the team; answers no customers.",
  auditor: "Looks at everything and changes nothing.",
};
const may: OfRoles<readonly string[]> = {
  agent: [
    "Is offered conversations, accepts, answers, passes on, puts off and closes them",
    "Writes notes, follows cases, runs playbooks",
    "Sees what was masked, on record with a purpose",
  ],
  lead: [
    "All that agents do",
    "Takes conversations over",
    "Watches the wallboard and tries the routing",
    "Publishes and takes back the crisis notice",
    "Says what agents can do: skills, levels, languages, teams, capacity",
    "Sees which articles help and what was changed",
  ],
  admin: [
    "Adds agents, gives roles, renews passwords, disables",
    "Watches the wallboard and tries the routing",
    "Sees hours, articles and what was changed",
    "Reads conversations; is never offered one",
  ],
  auditor: ["Reads conversations, wallboard, team, hours and what was changed", "Is never offered a conversation, and writes nothing"],
};

export const roles = {
  lead: "Everybody has exactly one role. None includes another: what a role may do stands here in full.",
  names,
  means,
  may,
};
