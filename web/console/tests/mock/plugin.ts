/** `vite --mode mock` and `vite preview --mode mock`: the console before a pretended desk, under the real content policy. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import { claimSilently } from "./acts.ts";
import { CASES } from "./cases.ts";
import { Routes } from "./routes.ts";
import { Sockets } from "./socket.ts";
import { World } from "./world.ts";

const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

interface Desk {
  readonly world: World;
  readonly routes: Routes;
  readonly sockets: Sockets;
}

/** What tests and curious people can make happen: POST /mock/<what>?id=… */
const HAPPENINGS: Readonly<Record<string, (desk: Desk, id: string) => void>> = {
  arrive: ({ world }) => {
    const [, daniel] = CASES;
    if (daniel !== undefined) world.arrive({ ...daniel, waitingMinutes: 0 });
  },
  claim: ({ world }, id) => {
    claimSilently(world, id);
  },
  say: ({ world }, id) => {
    world.happen(
      id,
      {
        type: "customer_said",
        origin: "customer",
        client_message_id: crypto.randomUUID(),
        parts: [{ kind: "text", text: "Thank you! And when will it arrive?" }],
      },
      { preview: "Thank you! And when will it arrive?" },
    );
  },
  type: ({ sockets }, id) => {
    sockets.typing(id);
  },
  gap: ({ sockets }) => {
    sockets.dropEvents = 1;
  },
  cut: ({ sockets }) => {
    sockets.refusing = true;
    sockets.cut();
  },
  heal: ({ sockets }) => {
    sockets.refusing = false;
  },
  fail: ({ routes }) => {
    routes.failSends = 1;
  },
  expire: ({ routes, sockets }) => {
    routes.signedOut = true;
    sockets.cut(4401);
  },
};

function serving(desk: Desk): Connect.NextHandleFunction {
  return (request: IncomingMessage, response: ServerResponse, next) => {
    const url = new URL(request.url ?? "/", "http://mock");
    if (url.pathname.startsWith("/v1/agent/")) {
      void desk.routes.serve(request, response);
    } else if (url.pathname.startsWith("/mock/")) {
      HAPPENINGS[url.pathname.slice("/mock/".length)]?.(desk, url.searchParams.get("id") ?? "");
      response.writeHead(204).end();
    } else {
      next();
    }
  };
}

export function mockDesk(): Plugin {
  const world = new World(296);
  const routes = new Routes(world);
  const desk = { world, routes, sockets: new Sockets(world, routes) };
  return {
    name: "mock-desk",
    configureServer({ middlewares, httpServer }) {
      middlewares.use(serving(desk));
      if (httpServer !== null) desk.sockets.attach(httpServer as Server);
    },
    configurePreviewServer({ middlewares, httpServer }) {
      middlewares.use((_, response, next) => {
        response.setHeader("Content-Security-Policy", POLICY);
        next();
      });
      middlewares.use(serving(desk));
      desk.sockets.attach(httpServer as Server);
    },
  };
}
