/** What agents do, with the refusals of the real desk. */
import type { Event } from "@lotse/sdk";
import type { Row } from "../../src/wire.ts";
import { JONAS, Refused, type World } from "./world.ts";

const seen = new Map<string, number>();

function owned(world: World, id: string, epoch: unknown): Row {
  const row = world.row(id);
  if (row.owner?.id !== world.agent.id) throw new Refused(409, "not_owner");
  if (row.epoch !== epoch) throw new Refused(409, "stale_epoch");
  return row;
}

const me = ({ agent }: World): { id: string; name: string } => ({ id: agent.id, name: agent.name });

export function accept(world: World, id: string, epoch: unknown): Row {
  const row = world.row(id);
  if (row.state === "agent") throw new Refused(409, "already_claimed");
  if (row.epoch !== epoch) throw new Refused(409, "stale_epoch");
  if (world.views().counts.mine >= world.agent.capacity) throw new Refused(409, "at_capacity");
  world.happen(
    id,
    { type: "agent_accepted", origin: "agent", agent: me(world) },
    { state: "agent", owner: me(world), epoch: row.epoch + 1, waiting_since: null },
  );
  return world.row(id);
}

/** Somebody else is faster, without the console hearing of it first. */
export function claimSilently(world: World, id: string): void {
  const row = world.row(id);
  world.rows.set(id, { ...row, state: "agent", owner: JONAS, epoch: row.epoch + 1 });
}

function once(messageId: string, write: () => Event): { seq: number; repeat: boolean } {
  const known = seen.get(messageId);
  if (known !== undefined) return { seq: known, repeat: true };
  const { seq } = write();
  seen.set(messageId, seq);
  return { seq, repeat: false };
}

export function say(world: World, id: string, messageId: string, text: string, epoch: unknown): { seq: number; repeat: boolean } {
  return once(messageId, () => {
    owned(world, id, epoch);
    const agent = me(world);
    return world.happen(
      id,
      { type: "agent_said", origin: "agent", agent, client_message_id: messageId, parts: [{ kind: "text", text }] },
      { preview: text },
    );
  });
}

export function note(world: World, id: string, messageId: string, text: string): { seq: number; repeat: boolean } {
  const noted = { type: "note_added", origin: "agent", agent: me(world), client_message_id: messageId, text } as const;
  return once(messageId, () => world.happen(id, noted));
}

export function handBack(world: World, id: string, epoch: unknown, text: unknown): Row {
  const row = owned(world, id, epoch);
  if (typeof text === "string") note(world, id, crypto.randomUUID(), text);
  const change = { state: "bot", owner: null, epoch: row.epoch + 1 } as const;
  world.happen(id, { type: "handed_back", origin: "agent", agent: me(world) }, change);
  return world.row(id);
}

export function close(world: World, id: string, epoch: unknown, reason: string): Row {
  owned(world, id, epoch);
  world.happen(
    id,
    { type: "closed", origin: "agent", by: "agent", reason: reason as "resolved" },
    { state: "closed", owner: null, close_reason: reason },
  );
  return world.row(id);
}
