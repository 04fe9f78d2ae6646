import { Component, type ReactNode } from "react";
import { Button } from "../kit/Button.tsx";
import { settings } from "../settings/settings.ts";
import { WORDS } from "../words/words.ts";

interface Props {
  readonly children: ReactNode;
}

/** A bug in one component must not leave an agent before an empty page. */
export class Crash extends Component<Props, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    const { shell } = WORDS[settings.get().language];
    return (
      <main className="blank" role="alert">
        <p>{shell.crashed}</p>
        <Button
          look="primary"
          onPress={() => {
            location.reload();
          }}
        >
          {shell.reload}
        </Button>
      </main>
    );
  }
}
