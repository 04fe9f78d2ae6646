/** What the widget says in English; every other language has the same table. */

import { beside } from "./beside-en.ts";
import { contact } from "./contact-en.ts";
import type { CloseReason, PayoutState } from "@lotse/sdk";

export const en = {
  contact,
  title: "Support",
  open: "Open support chat",
  openUnread: (count: number) => (count === 1 ? "Open support chat, 1 new message" : `Open support chat, ${count} new messages`),
  close: "Close chat",
  missing: "The chat could not be loaded. Please check your connection and open it again.",

  assistant: "Assistant",
  assistantLabel: "Assistant · automated",
  assistantHint: "Automated assistant",
  you: "You",
  agentHint: "A person from support",
  caseNumber: (number: string) => `Case ${number}`,

  person: "Talk to a person",
  backToAssistant: "Back to the assistant",
  end: "End chat",
  endAsk: "End this chat?",
  endYes: "End it",
  endNo: "Keep chatting",

  introTitle: "Hello, how can we help?",
  introText:
    "I am the assistant of this support team: an automated system, not a person. I answer at any hour. If you would rather talk to a person, one message is enough.",
  introVisitor: "As you are not signed in, I cannot see any account here.",
  starters: {
    in_app: ["Where is my payout?", "When are payouts made?", "How does the identity check work?"],
    web: ["How do I hire a freelancer?", "Which fees are there?", "When can I reach a person?"],
  },

  composer: "Your message",
  composerHint: "Write a message …",
  composerClosed: "Write to start a new conversation …",
  send: "Send",
  left: (count: number) => (count === 1 ? "1 character left" : `${count} characters left`),
  tooLong: (count: number) => (count === 1 ? "1 character too many" : `${count} characters too many`),

  sending: "Sending …",
  sent: "Sent",
  notSent: "Not sent",
  retry: "Try again",
  discard: "Discard",
  failures: {
    too_old: "There was no connection for a long time.",
    session_ended: "The session had ended.",
    other: "The message was not accepted.",
  },

  attach: "Attach files",
  attached: "Attached files",
  dropHere: "Drop files here",
  removeFile: (name: string) => `Remove ${name}`,
  retryFile: (name: string) => `Try ${name} again`,
  uploading: (name: string) => `Uploading ${name}`,
  uploaded: "Ready to send",
  download: (name: string) => `Download ${name}`,
  downloadFailed: "The file could not be loaded.",
  fileFailures: {
    too_large: "Larger than 10 MB",
    too_many: "At most 5 files in one message",
    unsupported_file: "Pictures, PDFs, texts and office documents only",
    too_many_requests: "Too many files for now. Please wait a little.",
    invalid: "The file is empty",
    no_answer: "No connection",
    other: "Not accepted",
  },

  connecting: "Connecting …",
  reconnecting: "Connection lost. Trying again …",
  offline: "You are offline. What you write is sent as soon as you are back.",
  failed: "That did not work. Please try again.",
  endedTitle: "This session has ended.",
  endedText: "For your safety it was closed. You can begin again at any time.",
  endedAgain: "Begin again",
  signedOutTitle: "You are not signed in.",
  signedOutText: "Sign in to talk about your account, or ask without one.",
  signedOutStart: "Ask without signing in",

  typing: (name: string) => `${name} is typing`,
  log: "Conversation",
  latest: "Go to the latest message",
  earlier: "Show earlier conversation",
  earlierCase: (number: string, closed: string | null) => (closed === null ? `Earlier case ${number}` : `Earlier case ${number}, closed ${closed}`),
  now: "This conversation",
  today: "Today",
  yesterday: "Yesterday",

  queueTitle: (place: number) => (place === 1 ? "You are next in line" : `You are number ${place} in line`),
  queueWaiting: "A person is on the way",
  waitUnknown: "We cannot tell yet how long it takes.",
  waitSoon: "Expected wait: less than a minute.",
  waitMinutes: (minutes: number) => (minutes === 1 ? "Expected wait: about 1 minute." : `Expected wait: about ${minutes} minutes.`),
  waitHours: (hours: number) => (hours === 1 ? "Expected wait: about 1 hour." : `Expected wait: about ${hours} hours.`),
  waitWrite: "You can keep writing; the person will read it all.",
  closedHours: "Nobody is here right now",
  opensAt: (when: string) => `People are back ${when}. Your case is kept and will be answered then.`,
  opensLater: "Your case is kept and will be answered first thing.",

  humanAsked: "A person was asked for",
  humanAskedByRule: "This is a matter for a person. We have asked for one",
  returned: "You are back with the assistant",
  accepted: (name: string) => `${name} has joined`,
  handedBack: (name: string) => `${name} handed over to the assistant`,
  vanished: (name: string) => `${name} was disconnected. You keep your place and the next person takes over`,
  transferred: (name: string) => `${name} passes you on to a colleague`,
  takenOver: (name: string) => `${name} goes on with you from here`,
  backBy: (when: string) => `We come back to you by ${when}`,
  waitsForYou: (name: string) => `${name} waits for word from you`,
  putOff: "Your case is kept",
  putOffWrite: "Write at any time: that brings your case back to us.",
  closedBy: { agent: "The case was closed", customer: "You ended the chat", system: "The chat was closed" },
  closedBecause: {
    resolved: "solved",
    no_reply: "no reply",
    duplicate: "handled in another case",
    spam: "not a support matter",
    other: "",
    customer_left: "",
    signed_in_elsewhere: "",
  } satisfies Record<CloseReason, string>,
  closedNext: "Write again at any time: that starts a new conversation, with this one in view.",

  payout: "Payout",
  since: "Since",
  expected: "Expected",
  method: "To",
  history: "History",
  payoutStates: {
    requested: "Requested",
    under_review: "Under review",
    on_hold: "On hold",
    processing: "Processing",
    in_transit: "On its way to the bank",
    paid: "Sent to the bank",
    returned: "Returned by the bank",
    failed: "Failed",
    canceled: "Cancelled",
  } satisfies Record<PayoutState, string>,
  methods: { bank: "Bank account", paypal: "PayPal", card: "Card" } as Readonly<Record<string, string>>,

  article: "Help article",
  openArticle: "Read the whole article",
  helped: "Did this help?",
  helpedYes: "Yes, it helped",
  helpedNo: "No, it did not help",
  newTab: "opens in a new tab",
  chosen: "chosen",

  ...beside,
};

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Widened<T[K]> };

export type Texts = Widened<typeof en>;
