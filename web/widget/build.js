/** Builds dist/assets/widget/* (the chat and its panel) dist/widget.js (the loader that knows their names) and dist/chat.js (the way back from a mail). */

import { build } from "vite";

const root = import.meta.dirname;
const dist = new URL("../dist/", import.meta.url).pathname;
const common = { root, configFile: false, logLevel: "warn", publicDir: false };

const chat = await build({
  ...common,
  build: {
    outDir: `${dist}assets/widget`,
    emptyOutDir: true,
    target: "es2022",
    // The panel is one small file; announcing it beforehand would cost more than it saves.
    modulePreload: false,
    rolldownOptions: {
      input: "src/chat.ts",
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "[name]-[hash].js", chunkFileNames: ({ name }) => (name === "panel" ? "panel-[hash].js" : "core-[hash].js") },
    },
  },
});
const entry = chat.output.find((file) => file.type === "chunk" && file.isEntry);

await build({
  ...common,
  build: {
    outDir: dist,
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: { input: "src/back.ts", output: { format: "iife", entryFileNames: "chat.js" } },
  },
});

await build({
  ...common,
  define: { CHAT_FILE: JSON.stringify(`assets/widget/${entry.fileName}`) },
  build: {
    outDir: dist,
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: {
      input: "src/loader.ts",
      output: { format: "iife", entryFileNames: "widget.js" },
    },
  },
});
