/** The one way of a message to the server. */
import type { QueryClient } from "@tanstack/react-query";
import { api } from "../api/agent.ts";
import { bookIn } from "../api/cache.ts";
import { leaveIfSignedOut } from "../session/leave.ts";
import type { OutgoingMessage } from "./outgoing.ts";

/** Its place in the log. Each try carries the latest epoch: what we own by it is for the server to say. */
export async function send(cache: QueryClient, conversation: string, { id, body }: OutgoingMessage): Promise<number> {
  const epoch = bookIn(cache).get(conversation)?.epoch ?? 0;
  try {
    if (body.kind === "note") return await api.note(conversation, id, body.text);
    return await api.reply(conversation, id, body, epoch);
  } catch (error) {
    leaveIfSignedOut(cache, error);
    throw error;
  }
}
