import { describe, expect, test } from "vitest";

import { linkAddress } from "../src/link-wire.ts";

describe("a link of a message", () => {
  test.each(["https://platform.example/settings/payouts", "http://127.0.0.1:8080/demo/app/payouts", "http://localhost:5173/x?y=1#z"])("opens %s", (url) => {
    expect(linkAddress(url)).toBe(url);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://platform.example",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://platform.example/1",
    "file:///etc/passwd",
    "//evil.example/x",
    "/relative",
    "",
    "http://platform.example/plain",
    "http://localhost.evil.example/",
    "https://platform.example@evil.example/",
    "https://user:secret@platform.example/",
    "https:\\\\evil.example",
    "https://platform.example\\@evil.example/",
    "https://platform.example/a b",
    "https://",
  ])("never opens %j", (url) => {
    expect(linkAddress(url)).toBeNull();
  });
});
