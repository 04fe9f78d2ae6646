export const commands = {
  bar: "Command bar",
  barHint: "What do you want to do?",
  barNothing: "No command of that name",
  sheet: "Keyboard shortcuts",
  sheetHint: "Shortcuts rest while you type in a field.",
  close: "Close",
  groups: { views: "Views", list: "List", conversation: "Conversation", console: "Console" },
  names: {
    queue: "Show the queue",
    mine: "Show my conversations",
    bot: "Show what the assistant is doing",
    closed: "Show closed conversations",
    all: "Show all conversations",
    next: "Next conversation",
    previous: "Previous conversation",
    open: "Open the conversation",
    accept: "Accept the conversation",
    reply: "Write a reply",
    note: "Write an internal note",
    fold: "Fold or show the handoff",
    handBack: "Hand back to the assistant",
    close: "Close the conversation",
    back: "Back to the list",
    send: "Send",
    status: "Switch between online and away",
    theme: "Switch between light and dark",
    language: "Auf Deutsch umschalten",
    sound: "Turn the sound on or off",
    shortcuts: "Show the shortcuts",
    bar: "Open the command bar",
    logout: "Log out",
  },
};

export const refusals = {
  unreachable: "The server did not answer. Check your connection and try again.",
  server: "Something went wrong on our side. Try again in a moment.",
  bad_credentials: "E-mail address or password is wrong.",
  not_signed_in: "Your session has ended. Log in again.",
  too_many_requests: (seconds: number | null) =>
    seconds === null
      ? "Too many attempts. Wait a moment and try again."
      : `Too many attempts. Try again in ${seconds} seconds.`,
  already_claimed: (name: string | null) =>
    name === null ? "Somebody else accepted this conversation first." : `${name} accepted this conversation first.`,
  at_capacity: (capacity: number) =>
    `You have as many conversations as you may have at once (${capacity}). Close one or hand one back first.`,
  stale_epoch: "This conversation has changed hands meanwhile. Look at its present state before you go on.",
  not_owner: "This conversation is not yours any more.",
  not_allowed_now: "That is not possible in the present state of the conversation.",
  message_id_reused: "This message was already sent with another text.",
  not_found: "This conversation does not exist, or no longer.",
  forbidden: "Your role does not allow that.",
  too_long: "The text is too long.",
  other: (code: string) => `That was refused (${code}).`,
};
