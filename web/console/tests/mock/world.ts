/** The state of the pretended desk and the rules by which it changes. */
import type { Event } from "@lotse/sdk";
import type {
  Agent,
  Counts,
  DetailAnswer,
  Earlier,
  Filters,
  Packet,
  Row,
  RowsAnswer,
  SavedView,
  View,
  ViewsAnswer,
} from "../../src/wire.ts";
import { inView, isIn, type Looked, rowsOf } from "../../src/live/rows.ts";
import { VIEWS } from "../../src/shell/route.ts";
import { ago, type Case, CASES } from "./cases.ts";
import { somebody } from "./crowd.ts";
import { talkBefore } from "./talk.ts";

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

export const AMIRA: Agent = {
  id: "agent-amira",
  name: "Amira Haddad",
  email: "amira@example.com",
  role: "agent",
  languages: ["de", "en"],
  skills: ["payouts", "identity"],
  teams: ["Payments"],
  capacity: 4,
  status: "online",
};
export const TEAMS = ["Payments", "Trust & Safety"];
export const JONAS = { id: "agent-jonas", name: "Jonas Keller" };

type Body = Event extends infer E ? (E extends Event ? Omit<E, "conversation" | "seq" | "at"> : never) : never;

/** What the crowd said: enough to open any row. */
function smallTalk(row: Row): Event[] {
  const [base] = CASES;
  const [first] = base?.packet.tried ?? [];
  if (base === undefined || first === undefined) return [];
  const packet = { ...base.packet, tried: [{ ...first, question: row.preview }], payout: null };
  const events = talkBefore(row.id, { ...base, language: row.language === "de" ? "de" : "en", packet });
  return row.state === "bot" ? events.slice(0, -2) : events;
}

export class World {
  agent: Agent = AMIRA;
  readonly rows = new Map<string, Row>();
  readonly logs = new Map<string, Event[]>();
  readonly packets = new Map<string, Packet>();
  readonly earlier = new Map<string, Earlier[]>();
  /** Told of each change: the sockets listen. */
  onRow: (row: Row) => void = () => undefined;
  onEvent: (event: Event) => void = () => undefined;
  readonly saved: SavedView[] = [];
  #made = 0;

  constructor(crowd: number) {
    for (const known of CASES) this.arrive(known);
    for (let index = 1; index <= crowd; index += 1) this.#put(somebody(index, "queued"));
    for (let index = 1; index <= crowd; index += 1) this.#put(somebody(1_000 + index, "bot"));
    for (let index = 1; index <= 240; index += 1) this.#put(somebody(2_000 + index, "closed"));
    const theirs = somebody(3_000, "agent");
    this.#put({ ...theirs, owner: JONAS, epoch: 2 });
    this.#put({ ...somebody(41, "closed"), id: "earlier-daniel", case_number: "L-20418" });
  }

  arrive(it: Case): Row {
    this.#made += 1;
    const id = `10000000-0000-4000-8000-${String(this.#made).padStart(12, "0")}`;
    const { packet } = it;
    const events = talkBefore(id, it);
    this.logs.set(id, events);
    this.packets.set(id, packet);
    this.earlier.set(id, packet.earlier.map((one) => ({
      id: one.conversation,
      case_number: one.case_number,
      state: "closed",
      started_at: one.closed_at ?? ago(1_000),
      closed_at: one.closed_at,
      close_reason: one.close_reason,
    })));
    return this.#put({
      ...somebody(this.#made, "queued"),
      id,
      case_number: `L-${20_500 + this.#made}`,
      customer: { id: packet.customer.id, name: it.name, kind: packet.customer.kind, verified: packet.customer.verified },
      language: it.language,
      channel: it.channel,
      case_type: packet.case_type,
      reason: packet.reason,
      rule: packet.rule,
      priority: packet.priority,
      urgency: packet.urgency.level,
      required_skills: packet.required_skills,
      preview: packet.tried.at(-1)?.question ?? "",
      last_seq: events.length,
      waiting_since: ago(it.waitingMinutes / 60),
      updated_at: ago(it.waitingMinutes / 60),
    });
  }

  list(looked: Looked, limit: number, cursor: string | null): RowsAnswer {
    const rows = rowsOf(this.rows, looked, this.agent);
    const from = Number(cursor ?? 0);
    const end = from + limit;
    return { rows: rows.slice(from, end), next: end < rows.length ? String(end) : null };
  }

  views(): ViewsAnswer {
    const rows = [...this.rows.values()];
    const counts = Object.fromEntries(
      VIEWS.map((view) => [view, rows.filter((row) => inView(row, view, this.agent)).length]),
    ) as unknown as Counts;
    const teams = TEAMS.map((team) => ({ team, count: rows.filter((row) => row.team === team && row.state === "queued").length }));
    const saved = this.saved.map((it) => ({ ...it, count: rows.filter((row) => isIn(row, it, this.agent)).length }));
    return { counts, teams, saved };
  }

  save(name: string, view: View, filters: Filters): SavedView {
    const kept = { id: crypto.randomUUID(), name, view, filters, count: 0 };
    this.saved.push(kept);
    return kept;
  }

  detail(id: string): DetailAnswer {
    const row = this.row(id);
    return { row, packet: this.packets.get(id) ?? null, earlier: this.earlier.get(id) ?? [], rating: null, events: this.#log(row) };
  }

  row(id: string): Row {
    const row = this.rows.get(id);
    if (row === undefined) throw new Refused(404, "not_found");
    return row;
  }

  /** Writes an event down and changes the row with it. */
  happen(id: string, body: Body, change: Partial<Row> = {}): Event {
    const row = this.row(id);
    const log = this.#log(row);
    const event = { ...body, conversation: id, seq: log.length + 1, at: new Date().toISOString() } as Event;
    log.push(event);
    this.#put({ ...row, ...change, last_seq: event.seq, updated_at: event.at });
    this.onEvent(event);
    return event;
  }

  #put(row: Row): Row {
    this.rows.set(row.id, row);
    this.onRow(row);
    return row;
  }

  #log(row: Row): Event[] {
    const known = this.logs.get(row.id);
    if (known !== undefined) return known;
    const log = smallTalk(row);
    this.logs.set(row.id, log);
    return log;
  }
}
