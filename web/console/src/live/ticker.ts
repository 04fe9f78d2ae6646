/** Regular ticks. In a worker, since browsers slow the timers of hidden pages, and a late ping loses the agent's chats. */
export type Every = (ms: number, tick: () => void) => () => void;

export const everyInWorker: Every = (ms, tick) => {
  const worker = new Worker(new URL("./tick.worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = tick;
  worker.postMessage(ms);
  return () => {
    worker.terminate();
  };
};
