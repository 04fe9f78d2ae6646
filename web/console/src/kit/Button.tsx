import type { ReactElement, ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Icon, type IconName } from "./Icon.tsx";

interface Props {
  readonly children: ReactNode;
  readonly look?: "plain" | "primary" | "quiet" | "danger";
  readonly icon?: IconName;
  /** The key that does the same, shown beside the words. */
  readonly cap?: string;
  readonly type?: "button" | "submit";
  readonly isDisabled?: boolean;
  readonly isPending?: boolean;
  readonly autoFocus?: boolean;
  readonly onPress?: () => void;
}

export function Button({ children, look = "plain", icon, cap, onPress, ...rest }: Props): ReactElement {
  return (
    <AriaButton
      {...rest}
      className={`button button-${look}`}
      onPress={() => {
        onPress?.();
      }}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
      {cap !== undefined && (
        <kbd className="cap" aria-hidden="true">
          {cap}
        </kbd>
      )}
    </AriaButton>
  );
}
