import { defineConfig } from "vite";

export default defineConfig({
  base: "/demo/",
  publicDir: false,
  build: {
    outDir: "../dist/demo",
    emptyOutDir: true,
    target: "es2022",
    // The polyfill would be an inline script, and the pages allow none.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: ["index.html", "app.html", "site.html"] },
  },
  test: { environment: "happy-dom", include: ["tests/**/*.test.ts"] },
});
