/** What travels on the agent socket. */
import type { Event } from "@lotse/sdk";
import type { Agent, Row } from "./wire.ts";

/** Frames the agent socket sends. */
export type AgentFrame =
  | { readonly type: "resume" }
  | { readonly type: "watch"; readonly conversation: string; readonly after: number }
  | { readonly type: "unwatch"; readonly conversation: string }
  | { readonly type: "typing"; readonly conversation: string }
  | { readonly type: "ping" };

/** Frames the agent socket receives. */
export type DeskFrame =
  | { readonly type: "resumed"; readonly agent: Agent }
  | { readonly type: "rows"; readonly rows: readonly Row[] }
  | { readonly type: "event"; readonly event: Event }
  | { readonly type: "typing"; readonly conversation: string; readonly who: "customer" }
  | { readonly type: "pong" };
