import type { ReactElement } from "react";
import { Button, Heading } from "react-aria-components";
import { Icon } from "../kit/Icon.tsx";
import { Keys } from "../kit/Keys.tsx";
import { useSettings } from "../settings/settings.ts";
import type { Packet } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { headline } from "./phrases.ts";
import type { PacketFold } from "./usePacketFold.ts";

export function PacketHead({ packet, fold }: { readonly packet: Packet; readonly fold: PacketFold }): ReactElement {
  const words = useWords();
  const { language } = useSettings();
  return (
    <Heading level={2} className="packet-head">
      <Button
        className="packet-toggle"
        aria-expanded={!fold.folded}
        aria-controls="packet"
        onPress={fold.toggle}
      >
        <span className="packet-title">{words.packet.title}</span>
        <span className="packet-line">{fold.folded && headline(packet, words, language)}</span>
        <span aria-hidden="true">
          <Keys keys={["p"]} />
        </span>
        <Icon name="chevron" />
      </Button>
    </Heading>
  );
}
