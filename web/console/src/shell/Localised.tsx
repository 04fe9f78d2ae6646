import type { ReactElement, ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { useSettings } from "../settings/settings.ts";

/** The component kit speaks the chosen language too. */
export function Localised({ children }: { readonly children: ReactNode }): ReactElement {
  const { language } = useSettings();
  return <I18nProvider locale={language === "de" ? "de-DE" : "en-GB"}>{children}</I18nProvider>;
}
