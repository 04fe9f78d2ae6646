import type { ReactElement } from "react";
import { ROLES } from "../members/members.ts";
import { useLeadsWords } from "../words/words.ts";

/** What each role may do; none includes another. */
export function RolesPage(): ReactElement {
  const { roles } = useLeadsWords();
  return (
    <div className="rehearsal">
      <p className="lead">{roles.lead}</p>
      {ROLES.map((role) => (
        <section key={role} className="panel" aria-label={roles.names[role]}>
          <h2 className="board-heading">{roles.names[role]}</h2>
          <p>{roles.means[role]}</p>
          <ul className="may">
            {roles.may[role].map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
