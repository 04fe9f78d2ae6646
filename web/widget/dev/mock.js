/** Starts the stand-in server: `npm run mock -w widget -- 21000`. Needs a finished `npm run build`. */

import process from "node:process";
import { runnerImport } from "vite";

const { module } = await runnerImport(new URL("server.ts", import.meta.url).pathname);
const port = Number(process.argv[2] ?? 21000);
await module.serve(port);
console.log(`http://127.0.0.1:${port}/  stops with Ctrl-C`);
