import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createCache } from "./api/cache.ts";
import { keepSettingsApplied } from "./settings/settings.ts";
import { App } from "./shell/App.tsx";
import { Crash } from "./shell/Crash.tsx";
import { Localised } from "./shell/Localised.tsx";
import "./styles/index.css";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root.");
keepSettingsApplied();
createRoot(root).render(
  <StrictMode>
    <Crash>
      <QueryClientProvider client={createCache()}>
        <Localised>
          <App />
        </Localised>
      </QueryClientProvider>
    </Crash>
  </StrictMode>,
);
