import type { ReactElement } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Icon, type IconName } from "./Icon.tsx";

interface Props {
  readonly label: string;
  readonly icon: IconName;
  readonly className?: string;
  readonly onPress?: () => void;
}

export function IconButton({ label, icon, className = "", onPress }: Props): ReactElement {
  return (
    <AriaButton
      aria-label={label}
      className={`icon-button ${className}`}
      onPress={() => {
        onPress?.();
      }}
    >
      <Icon name={icon} />
    </AriaButton>
  );
}
