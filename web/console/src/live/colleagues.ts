/** Who else looks at a conversation, and who writes in it. It holds for a while: nobody need say goodbye. */
import type { AgentFrame, ColleagueFrame, Doing } from "../frames.ts";
import type { AgentRef } from "../wire.ts";
import { createStore } from "../store.ts";

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly viewsUntil: number;
  readonly writesUntil: number;
}

const VIEWS_MS = 30_000;
const WRITES_MS = 6_000;

type ByConversation = Readonly<Record<string, readonly Colleague[]>>;

function seenNow(agent: AgentRef, doing: Doing, before: Colleague | undefined, now: number): Colleague {
  const writesUntil = doing === "writing" ? now + WRITES_MS : (before?.writesUntil ?? 0);
  return { ...agent, viewsUntil: now + VIEWS_MS, writesUntil };
}

function byName(colleagues: readonly Colleague[]): Colleague[] {
  return [...colleagues].sort((a, b) => a.name.localeCompare(b.name));
}

export class Colleagues {
  readonly here = createStore<ByConversation>({});
  #mine: string | null = null;

  constructor(
    private readonly send: (frame: AgentFrame) => unknown,
    private readonly now: () => number = Date.now,
  ) {}

  /** The agent does something in the conversation before them. */
  tell(conversation: string, doing: Doing): void {
    this.#mine = doing === "gone" ? null : conversation;
    this.send({ type: "present", conversation, doing });
  }

  /** A reply is being written; the server passes it on if the conversation is ours. */
  tellCustomer(conversation: string): void {
    this.send({ type: "typing", conversation });
  }

  heard({ conversation, agent, doing }: ColleagueFrame): void {
    const known = this.here.get()[conversation] ?? [];
    const before = known.find(({ id }) => id === agent.id);
    const others = known.filter(({ id }) => id !== agent.id);
    const left = doing === "gone";
    const after = left ? others : byName([...others, seenNow(agent, doing, before, this.now())]);
    this.here.set((all) => ({ ...all, [conversation]: after }));
    // Whoever has just come cannot know that we are here.
    if (before === undefined && !left && this.#mine === conversation) this.tell(conversation, "viewing");
  }
}

export interface Company {
  readonly viewing: readonly string[];
  readonly writing: readonly string[];
}

export function companyOf(colleagues: readonly Colleague[], now: number): Company {
  const here = colleagues.filter(({ viewsUntil }) => viewsUntil > now);
  const names = (writes: boolean) => here.filter(({ writesUntil }) => writesUntil > now === writes).map(({ name }) => name);
  return { viewing: names(false), writing: names(true) };
}
