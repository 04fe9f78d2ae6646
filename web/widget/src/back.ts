/** `chat.js`: exchanges the link of a mail for a session when its reader asks for it, then opens the chat. */

const GONE = 404;
const button = document.querySelector<HTMLButtonElement>("#back");
const told = document.querySelector<HTMLElement>("#told");

button?.addEventListener("click", () => {
  button.disabled = true;
  void back(location.hash.slice(1)).catch(() => {
    tell("failed");
    button.disabled = false;
  });
});

async function back(token: string): Promise<void> {
  const answer = await fetch("/v1/sessions/return", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  });
  if (answer.status === GONE || answer.status === 422) {
    tell("used");
    return;
  }
  if (!answer.ok) throw new Error(String(answer.status));
  const { session } = (await answer.json()) as { readonly session: string };
  // Where the chat of this origin keeps its session; the token is worth nothing any more.
  localStorage.setItem(`lotse:${location.origin}:session`, session);
  history.replaceState(null, "", location.pathname);
  openChat();
}

function openChat(): void {
  window.addEventListener("lotse:ready", () => {
    window.Lotse?.open();
    if (button !== null) button.disabled = false;
  });
  const script = document.createElement("script");
  script.src = "/widget.js";
  script.dataset["channel"] = "web";
  script.dataset["language"] = document.documentElement.lang;
  document.body.append(script);
  button?.addEventListener("click", () => {
    window.Lotse?.open();
  });
}

function tell(what: "used" | "failed"): void {
  if (told !== null) told.textContent = told.dataset[what] ?? "";
}
