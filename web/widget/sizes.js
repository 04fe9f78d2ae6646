/** Checks what a visitor downloads: before the chat is opened, and in all; and that the loader is a classic script. */

import { readFileSync, readdirSync } from "node:fs";
import process from "node:process";
import { Script } from "node:vm";
import { gzipSync } from "node:zlib";

const BEFORE_OPENING = 30_000;
const IN_ALL = 60_000;

const dist = new URL("../dist/", import.meta.url);
const names = ["widget.js", ...readdirSync(new URL("assets/widget/", dist)).map((name) => `assets/widget/${name}`)];
const files = names.map((name) => ({ name, bytes: gzipSync(readFileSync(new URL(name, dist))).length }));
const total = (some) => some.reduce((sum, { bytes }) => sum + bytes, 0);

// Throws where the text could only run as a module, which a plain script tag does not.
new Script(readFileSync(new URL("widget.js", dist), "utf8"));

const before = total(files.filter(({ name }) => !name.includes("/panel-")));
const all = total(files);
for (const { name, bytes } of files) console.log(`${String(bytes).padStart(7)}  ${name}`);
console.log(`${String(before).padStart(7)}  before opening (limit ${BEFORE_OPENING}), gzip`);
console.log(`${String(all).padStart(7)}  in all (limit ${IN_ALL}), gzip`);
if (before > BEFORE_OPENING || all > IN_ALL) {
  console.error("The widget has grown past its limit.");
  process.exit(1);
}
