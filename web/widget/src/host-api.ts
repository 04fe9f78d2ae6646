/** The one global that a page around gets, and its calls before the chat has loaded. */

export interface HostApi {
  open(): void;
  close(): void;
  /** The page's backend signs a fresh token each time it is asked. */
  signIn(source: () => Promise<string>): void;
  signOut(): void;
  setLanguage(language: "de" | "en"): void;
  /** Opens the chat with a guide, such as `identity-check`. */
  guide(topic: string): void;
}

declare global {
  interface Window {
    Lotse?: HostApi;
  }
}

/** Calls wait, in order, until what they are for is there. */
export function later(loaded: Promise<HostApi>): HostApi {
  const then = (call: (api: HostApi) => void): void => {
    loaded.then(call).catch(() => undefined);
  };
  return {
    open: () => {
      then((api) => {
        api.open();
      });
    },
    close: () => {
      then((api) => {
        api.close();
      });
    },
    signIn: (source) => {
      then((api) => {
        api.signIn(source);
      });
    },
    signOut: () => {
      then((api) => {
        api.signOut();
      });
    },
    setLanguage: (language) => {
      then((api) => {
        api.setLanguage(language);
      });
    },
    guide: (topic) => {
      then((api) => {
        api.guide(topic);
      });
    },
  };
}
