import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { Login } from "../session/Login.tsx";
import { useSession } from "../session/session.ts";
import { useWords } from "../words/words.ts";
import { SignedIn } from "./SignedIn.tsx";

export function App(): ReactElement {
  const session = useSession();
  const { shell, refusals } = useWords();
  switch (session.kind) {
    case "unknown":
      return (
        <p className="blank" role="status">
          {shell.loading}
        </p>
      );
    case "unreachable":
      return (
        <main className="blank" role="alert">
          <p>{refusals.unreachable}</p>
          <Button onPress={session.retry}>{shell.retry}</Button>
        </main>
      );
    case "out":
      return <Login />;
    case "in":
      return <SignedIn key={session.agent.id} agent={session.agent} />;
  }
}
