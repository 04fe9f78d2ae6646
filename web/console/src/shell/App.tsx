import { lazy, type ReactElement, Suspense } from "react";
import { Button } from "../kit/Button.tsx";
import { Login } from "../session/Login.tsx";
import { useSession } from "../session/session.ts";
import { useWords } from "../words/words.ts";
import { Loading } from "./Loading.tsx";

/** Whoever has to log in first need not wait for all of the console. */
const SignedIn = lazy(async () => ({ default: (await import("./SignedIn.tsx")).SignedIn }));

export function App(): ReactElement {
  const session = useSession();
  const { shell, refusals } = useWords();
  switch (session.kind) {
    case "unknown":
      return <Loading />;
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
      return (
        <Suspense fallback={<Loading />}>
          <SignedIn key={session.agent.id} agent={session.agent} />
        </Suspense>
      );
  }
}
