export * from "./backoff.ts";
export * from "./http.ts";
export * from "./outbox.ts";
export * from "./ports.ts";
export * from "./socket.ts";
export * from "./thread.ts";
export * from "./web.ts";
export * from "./wire.ts";
