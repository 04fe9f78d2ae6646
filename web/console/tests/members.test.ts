import { describe, expect, it } from "vitest";
import { bodyOf, checkBodyOf, draftOf, equipmentOf, type Member } from "../src/leads/members/members.ts";

const AMIRA: Member = {
  id: "a",
  name: "Amira",
  email: "amira@lotse.example",
  role: "agent",
  languages: ["de"],
  skills: ["payouts", "identity"],
  levels: { payouts: 3 },
  teams: ["Payments"],
  capacity: 4,
  channel_capacity: { web: 2 },
  status: "online",
  seen_at: null,
  disabled_at: null,
};

describe("the form of a member", () => {
  it("gives back what it was given", () => {
    expect(bodyOf(draftOf(AMIRA))).toEqual({
      name: "Amira",
      email: "amira@lotse.example",
      role: "agent",
      languages: ["de"],
      skills: ["payouts", "identity"],
      levels: { payouts: 3 },
      teams: ["Payments"],
      capacity: 4,
      channel_capacity: { web: 2 },
    });
  });

  it("sends a number that is none as it was typed, for the server to judge", () => {
    const typed = { ...draftOf(AMIRA), capacity: "many", channels: { in_app: "1.5", web: " " } };

    expect(equipmentOf(typed)).toMatchObject({ capacity: "many", channel_capacity: { in_app: "1.5" } });
  });

  it("says to the check who is changed, and of somebody new nothing", () => {
    expect(checkBodyOf(draftOf(AMIRA), AMIRA)).toMatchObject({ agent: "a" });
    expect(checkBodyOf(draftOf(null), null)).not.toHaveProperty("agent");
  });
});
