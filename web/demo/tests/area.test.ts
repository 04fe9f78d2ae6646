import { expect, test } from "vitest";

import { placeOf } from "../src/area.ts";

test.each([
  ["/demo/app", null],
  ["/demo/app/", null],
  ["/demo/app/settings/payouts", { area: "payoutMethods", name: null }],
  ["/demo/app/settings/anything", { area: "settings", name: null }],
  ["/demo/app/payouts", { area: "payouts", name: null }],
  ["/demo/app/projects", { area: "projects", name: null }],
  ["/demo/app/projects/PR%202204", { area: "project", name: "PR 2204" }],
])("the address %s leads to its part of the app", (path, place) => {
  expect(placeOf(path)).toEqual(place);
});
