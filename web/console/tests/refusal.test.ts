import { describe, expect, it } from "vitest";
import { DeskRefusal } from "../src/api/http.ts";
import { codeWords, refusalWords } from "../src/words/refusal.ts";
import { WORDS } from "../src/words/words.ts";

const { en, de } = WORDS;
const refusal = (status: number, code: string, after: number | null = null, detail: string | null = null): DeskRefusal =>
  new DeskRefusal(status, code, after, detail, null);

describe("a refusal in words", () => {
  it("says who was faster, or that somebody was", () => {
    expect(refusalWords(refusal(409, "already_claimed"), en, { owner: "Jonas" })).toBe("Jonas accepted this conversation first.");
    expect(refusalWords(refusal(409, "already_claimed"), de)).toBe("Jemand anders war schneller und hat übernommen.");
  });

  it("names the capacity that is reached", () => {
    expect(refusalWords(refusal(409, "at_capacity"), en, { capacity: 4 })).toContain("(4)");
  });

  it("says when to try again", () => {
    expect(refusalWords(refusal(429, "too_many_requests", 10), en)).toBe("Too many attempts. Try again in 10 seconds.");
  });

  it("tells trouble of the server from no answer", () => {
    expect(refusalWords(refusal(503, "unavailable"), en)).toBe(en.refusals.server);
    expect(refusalWords(new TypeError("failed to fetch"), en)).toBe(en.refusals.unreachable);
  });

  it("gives the server's own sentence for what it does not know", () => {
    expect(refusalWords(refusal(422, "invalid", null, "text: must not contain NUL"), en)).toBe("text: must not contain NUL");
    expect(refusalWords(refusal(418, "teapot"), en)).toBe("That was refused (teapot).");
  });

  it("explains a message that stayed unsent by its code alone", () => {
    expect(codeWords("stale_epoch", en)).toBe(en.refusals.stale_epoch);
    expect(codeWords("too_old", en)).toBe(en.refusals.unreachable);
  });
});
