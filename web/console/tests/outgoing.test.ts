import { beforeEach, describe, expect, it } from "vitest";
import { DeskRefusal } from "../src/api/http.ts";
import { deliveryOf, type OutgoingMessage, OutgoingMessages } from "../src/live/outgoing.ts";

const refusal = (status: number, code: string): DeskRefusal => new DeskRefusal(status, code, null, null, null);
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

beforeEach(() => {
  localStorage.clear();
});

describe("a message that the agent sends", () => {
  it("is tried again with the id of the first try", async () => {
    const ids: string[] = [];
    const outgoing = new OutgoingMessages("amira", (_, { id }) => {
      ids.push(id);
      return ids.length === 1 ? Promise.reject(refusal(409, "stale_epoch")) : Promise.resolve();
    });

    outgoing.add("r1", { kind: "reply", text: "Hello" });
    await settled();
    const [failed] = outgoing.items.get()["r1"] ?? [];
    outgoing.retry("r1", failed?.id ?? "");
    await settled();

    expect(failed).toMatchObject({ state: "failed", error: "stale_epoch" });
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(outgoing.items.get()["r1"]?.[0]?.state).toBe("sent");
  });

  it("survives a reload with its id", async () => {
    const never = (): Promise<void> => new Promise(() => undefined);
    new OutgoingMessages("amira", never).add("r1", { kind: "note", text: "Check" });
    const delivered: OutgoingMessage[] = [];

    const reloaded = new OutgoingMessages("amira", (_, item) => {
      delivered.push(item);
      return Promise.resolve();
    });
    await settled();

    expect(delivered.map((item) => item.body.text)).toEqual(["Check"]);
    expect(reloaded.items.get()["r1"]?.[0]?.id).toBe(delivered[0]?.id);
  });

  it("waits in storage when the agent is logged out, for nobody else", () => {
    const outgoing = new OutgoingMessages("amira", () => Promise.reject(new Error("no answer")));
    outgoing.add("r1", { kind: "reply", text: "Hello" });

    outgoing.close();

    const never = (): Promise<void> => new Promise(() => undefined);
    expect(new OutgoingMessages("amira", never).items.get()["r1"]).toHaveLength(1);
    expect(new OutgoingMessages("jonas", never).items.get()["r1"]).toBeUndefined();
  });
});

describe("what a refusal means for a message", () => {
  it("is told to the agent when trying again cannot help", () => {
    expect(deliveryOf(refusal(409, "not_owner"))).toEqual({ kind: "refused", code: "not_owner" });
    expect(deliveryOf(refusal(422, "invalid"))).toEqual({ kind: "refused", code: "invalid" });
  });

  it("is a later try when there was no answer, trouble, or no session", () => {
    expect(deliveryOf(new TypeError("failed to fetch"))).toEqual({ kind: "again", afterMs: null });
    expect(deliveryOf(refusal(503, "unavailable"))).toEqual({ kind: "again", afterMs: null });
    expect(deliveryOf(refusal(401, "not_signed_in"))).toEqual({ kind: "again", afterMs: null });
    expect(deliveryOf(new DeskRefusal(429, "too_many_requests", 10, null, null))).toEqual({ kind: "again", afterMs: 10_000 });
  });
});
