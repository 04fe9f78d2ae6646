/** Which part of the platform's app an address leads to; the assistant's buttons open these. */

export type Area = "identity" | "payoutMethods" | "tax" | "security" | "settings" | "payouts" | "project" | "projects" | "cases" | "invoices";

export interface Place {
  readonly area: Area;
  /** The project's name, where the address holds one. */
  readonly name: string | null;
}

const ROOT = "/demo/app/";
const SETTINGS: Readonly<Record<string, Area>> = { identity: "identity", payouts: "payoutMethods", tax: "tax", security: "security" };
const TOP: Readonly<Record<string, Area>> = { payouts: "payouts", projects: "projects", cases: "cases", invoices: "invoices" };

/** Null for the app's first page. */
export function placeOf(pathname: string): Place | null {
  const [first = "", second] = pathname.startsWith(ROOT) ? pathname.slice(ROOT.length).split("/") : [];
  if (second === undefined) return alone(TOP[first]);
  return first === "projects" ? { area: "project", name: decodeURIComponent(second) } : alone(SETTINGS[second] ?? "settings");
}

function alone(area: Area | undefined): Place | null {
  return area === undefined ? null : { area, name: null };
}
