import { beforeEach, expect, test } from "vitest";

import { Stage } from "./stage.tsx";

let stage: Stage;

async function over(): Promise<void> {
  await stage.write("hello");
  await stage.press("Enter");
  stage.world.lotse.close(stage.talk, "agent");
  await stage.rest();
}

beforeEach(async () => {
  stage = new Stage();
  await stage.rest();
  await stage.click(".launcher");
});

test("nothing is asked while the conversation goes on, or where nothing was said", async () => {
  await stage.write("hello");
  await stage.press("Enter");
  expect(stage.all(".rating")).toHaveLength(0);

  const silent = new Stage();
  silent.widget.open();
  await silent.rest();
  silent.world.lotse.close(silent.talk, "customer");
  await silent.rest();

  expect(silent.all(".rating")).toHaveLength(0);
});

test("a conversation that is over is rated with two scales and a word", async () => {
  await over();
  expect(stage.all(".rating fieldset")).toHaveLength(1);
  expect(stage.all(".rating [type=submit]")).toHaveLength(0);

  await stage.click(".rating input[value='4']");
  await stage.click(".rating fieldset:nth-of-type(2) input[value='7']");
  const comment = stage.one(".rating textarea") as HTMLTextAreaElement;
  comment.value = " quick ";
  comment.dispatchEvent(new Event("input", { bubbles: true }));
  await stage.rest();
  await stage.click(".rating [type=submit]");

  expect([...stage.world.routes.ratings.values()]).toEqual([{ csat: 4, effort: 7, comment: "quick" }]);
  expect(stage.text(".rating .thanks")).toContain("Thank you");
  expect(stage.all(".rating form")).toHaveLength(0);
});

test("each mark says what it means, and both ends of a scale can be read", async () => {
  await over();

  expect(stage.all(".rating input").map((mark) => mark.getAttribute("aria-label"))).toEqual(["1, not at all", "2", "3", "4", "5, very"]);
  expect(stage.text(".rating .ends")).toBe("not at allvery");
});

test("whoever does not want to is left alone", async () => {
  await over();

  await stage.click(".rating .deeds .pill:last-child");

  expect(stage.all(".rating")).toHaveLength(0);
});

test("a rating that is not taken stays to be sent again", async () => {
  await over();
  await stage.click(".rating input[value='1']");
  stage.device.fate = () => "request lost";

  await stage.click(".rating [type=submit]");

  expect(stage.text(".banner-place")).toContain("That did not work");
  expect(stage.all(".rating form")).toHaveLength(1);
});
