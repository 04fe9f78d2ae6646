import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { mockDesk } from "./tests/mock/plugin.ts";

const server = process.env["LOTSE_SERVER"] ?? "http://127.0.0.1:8080";

export default defineConfig(({ mode }) => {
  const proxied = { "/v1": { target: server, ws: true, changeOrigin: false }, "/help": { target: server } };
  const proxy = mode === "mock" ? {} : proxied;
  return {
    base: "/console/",
    plugins: [react(), mode === "mock" ? mockDesk() : null],
    build: { outDir: "../dist/console", emptyOutDir: true, assetsInlineLimit: 0 },
    server: { host: "127.0.0.1", port: 21100, strictPort: true, proxy },
    preview: { host: "127.0.0.1", port: 21101, strictPort: true, proxy },
    test: { environment: "happy-dom", include: ["tests/**/*.test.{ts,tsx}"] },
  };
});
