import { describe, expect, it } from "vitest";
import { changed } from "../src/leads/changes/changes.ts";
import { bodyOf, draftOf, localField } from "../src/leads/notice/notice.ts";

const NOW = Date.parse("2026-11-24T10:00:00Z");

describe("a crisis notice", () => {
  it("begins empty and ends in two hours where nothing is said yet", () => {
    expect(draftOf(null, NOW)).toEqual({ de: "", en: "", ends: localField(NOW + 7_200_000) });
  });

  it("goes on from the words and the end of the one in force", () => {
    const notice = {
      id: "n",
      text: { de: "Störung", en: "Trouble" },
      begins_at: "2026-11-24T09:00:00Z",
      ends_at: "2026-11-24T12:30:00Z",
      by: { id: "r", name: "Ruth" },
    };

    expect(draftOf(notice, NOW)).toEqual({ ...notice.text, ends: localField(Date.parse(notice.ends_at)) });
  });

  it("is sent with an end in universal time, and without one where none is typed", () => {
    const draft = { de: "a", en: "b", ends: localField(NOW) };

    expect(bodyOf(draft)).toEqual({ text: { de: "a", en: "b" }, ends_at: "2026-11-24T10:00:00.000Z" });
    expect(bodyOf({ ...draft, ends: "" })).toEqual({ text: { de: "a", en: "b" } });
  });
});

describe("a change", () => {
  it("shows what was before and after, lists and levels as people write them", () => {
    const fields = changed({
      before: { teams: [], capacity: 3, levels: { payouts: 1 } },
      after: { teams: ["Payments", "Disputes"], capacity: 5, levels: { payouts: 3 } },
    });

    expect(fields).toEqual([
      { field: "teams", before: "–", after: "Payments, Disputes" },
      { field: "capacity", before: "3", after: "5" },
      { field: "levels", before: "payouts 1", after: "payouts 3" },
    ]);
  });

  it("has nothing before somebody was added", () => {
    expect(changed({ before: {}, after: { name: "Mert" } })).toEqual([{ field: "name", before: null, after: "Mert" }]);
  });
});
