import { useMutation } from "@tanstack/react-query";
import { type ReactElement, type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { api } from "../api/agent.ts";
import { DeskRefusal } from "../api/http.ts";
import { Button } from "../kit/Button.tsx";
import { Mark } from "../shell/Mark.tsx";
import { refusalWords } from "../words/refusal.ts";
import { useWords, type Words } from "../words/words.ts";
import { LoginField } from "./LoginField.tsx";
import { useEnding, useEntering } from "./session.ts";

type Errors = Readonly<Record<string, string>>;

function missing(email: string, password: string, { shell: { login } }: Words): Errors {
  return {
    ...(email.trim() === "" ? { email: login.missingEmail } : {}),
    ...(password === "" ? { password: login.missingPassword } : {}),
  };
}

/** At the log-in page "not signed in" means that the credentials are wrong. */
function loginWords(error: unknown, words: Words): string {
  const wrong = error instanceof DeskRefusal && error.status === 401;
  return wrong ? words.refusals.bad_credentials : refusalWords(error, words);
}

function fieldOf(error: unknown): string | null {
  const field = error instanceof DeskRefusal ? error.field : null;
  return field === "email" || field === "password" ? field : null;
}

export function Login(): ReactElement {
  const words = useWords();
  const { login } = words.shell;
  const ended = useEnding() === "ended";
  const entered = useEntering();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<Errors>({});
  const entering = useMutation({
    mutationFn: () => api.login(email.trim(), password),
    onSuccess: entered,
    onError: (error) => {
      const field = fieldOf(error);
      if (field !== null) setErrors({ [field]: loginWords(error, words) });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = missing(email, password, words);
    setErrors(wrong);
    if (Object.keys(wrong).length === 0 && !entering.isPending) entering.mutate();
  };
  const refused = entering.isError && fieldOf(entering.error) === null;

  return (
    <main className="login">
      <Form className="login-card" onSubmit={submit} validationErrors={errors} validationBehavior="aria">
        <Mark />
        <h1>{login.title}</h1>
        <p className="lead">{ended ? login.ended : login.lead}</p>
        {refused && (
          <p className="problem" role="alert">
            {loginWords(entering.error, words)}
          </p>
        )}
        <LoginField name="email" type="email" label={login.email} value={email} onChange={setEmail} />
        <LoginField name="password" type="password" label={login.password} value={password} onChange={setPassword} />
        <Button type="submit" look="primary" isPending={entering.isPending}>
          {entering.isPending ? login.submitting : login.submit}
        </Button>
      </Form>
    </main>
  );
}
