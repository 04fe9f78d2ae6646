import { Fragment, type ReactElement } from "react";
import { shortPage } from "./phrases.ts";

/** A page's address that breaks between its steps. */
export function PagePath({ url }: { readonly url: string }): ReactElement {
  const [site, ...steps] = shortPage(url).split("/");
  return (
    <>
      {site}
      {steps.map((step, index) => (
        // The same step may come twice; their order never changes.
        <Fragment key={index}>
          <wbr />/{step}
        </Fragment>
      ))}
    </>
  );
}
