export const search = {
  label: "Search everything said",
  hint: "Words, “a phrase”, -not, case number, name",
  end: "Back to the list",
  lead: "Finds what customers, assistant and colleagues wrote, notes included, in German and English.",
  none: "Nothing was found.",
  found: (count: number) => `${count} found`,
  named: "By name or number",
  hits: "Messages",
  by: { customer_said: "Customer", assistant_said: "Assistant", agent_said: "Agent", note_added: "Note" },
};
