import type { ReactElement } from "react";
import { Header, MenuItem, MenuSection } from "react-aria-components";
import { choose, settings, useSettings } from "../settings/settings.ts";
import { useWords } from "../words/words.ts";
import { say } from "./notices.ts";
import { chime } from "./sound.ts";

async function allowNotifications(denied: string): Promise<void> {
  const answer = "Notification" in window ? await Notification.requestPermission() : "denied";
  choose({ notifications: answer === "granted" });
  if (answer !== "granted") say(denied);
}

export function toggleSound(): void {
  const on = !settings.get().sound;
  choose({ sound: on });
  if (on) chime("arrival");
}

/** How news makes itself noticed; part of the account menu. */
export function AlertChoices(): ReactElement {
  const { shell } = useWords();
  const { sound, notifications } = useSettings();
  const selected = [...(sound ? ["sound"] : []), ...(notifications ? ["notifications"] : [])];
  return (
    <MenuSection
      selectionMode="multiple"
      selectedKeys={selected}
      onSelectionChange={(keys) => {
        const chosen = new Set(keys);
        if (chosen.has("sound") !== sound) toggleSound();
        if (chosen.has("notifications") === notifications) return;
        if (notifications) choose({ notifications: false });
        else void allowNotifications(shell.menu.notificationsDenied);
      }}
    >
      <Header>{shell.menu.alerts}</Header>
      <MenuItem id="sound" className="menu-item">
        {shell.menu.sound}
      </MenuItem>
      <MenuItem id="notifications" className="menu-item">
        {shell.menu.notifications}
      </MenuItem>
    </MenuSection>
  );
}
