export const inbox = {
  label: "Conversations",
  unknownCustomer: "Visitor",
  verified: "Verified by the platform",
  unverified: "Not signed in",
  waiting: "Waiting",
  justNow: "now",
  unread: "new messages",
  owner: (name: string) => `with ${name}`,
  you: "you",
  asks: (name: string) => `asking ${name}`,
  until: (when: string) => `until ${when}`,
  untilReply: "until a reply",
  overdue: "overdue",
  dueIn: (left: string) => `due in ${left}`,
  withAssistant: "with the assistant",
  noPreview: "Nothing said yet",
  priority: { security: "Security", stuck: "Stuck", rest: "General" },
  urgency: { low: "Low", normal: "Normal", high: "Urgent", critical: "Critical" },
  empty: {
    queue: "Nobody is waiting.",
    queueHint: "New conversations appear here by themselves, with a sound if you like.",
    mine: "You have no open conversation.",
    mineHint: "Accept one from the queue.",
    followed: "You follow no conversation.",
    bot: "The assistant is talking to nobody right now.",
    closed: "No conversation has been closed yet.",
    all: "No conversation yet.",
  },
  more: "Load more",
  arrived: (name: string, what: string) => `New in the queue: ${name}, ${what}`,
  arrivedMany: (count: number) => `${count} new conversations in the queue`,
  wrote: (name: string) => `${name} wrote to you`,
  notificationTitle: (name: string) => `${name} is waiting`,
  pick: "Choose a conversation",
  pickHint: (count: number) =>
    count === 0
      ? "Nobody is waiting. Time for a sip of water."
      : count === 1
        ? "One customer is waiting. Enter opens it, A accepts."
        : `${count} customers are waiting. The first is at the top; Enter opens, A accepts.`,
};
