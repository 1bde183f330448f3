import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { askSession } from "./ask-session.ts";

/**
 * Every `console` block of the documents is a transcript: lines that begin with `$ ` are run, what follows is what they
 * print. `UPDATE=1` rewrites the blocks. `sh` blocks install or test the whole project; CI runs those itself.
 */
const ROOT = resolve(import.meta.dirname, "../..");
const DOCUMENTS = ["README.md"];
const BLOCK = /```console\n([\s\S]*?)```/gu;

const UPDATES = Boolean(process.env["UPDATE"]);

function run(command: string): string {
  const shell = command.replace(/^chipselect\b/u, "node bin/chipselect.js");
  const result = spawnSync("bash", ["-c", `${shell} 2>&1`], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, COLUMNS: "80", NO_COLOR: "1", FORCE_COLOR: undefined, LANG: "C.UTF-8" },
  });
  return result.stdout;
}

function replay(block: string): string {
  const commands = block.split("\n").filter((line) => line.startsWith("$ "));
  return commands.map((line) => `${line}\n${run(line.slice(2)).trimEnd()}\n`).join("\n");
}

describe.each(DOCUMENTS)("%s", (name) => {
  const path = join(ROOT, name);
  const text = readFileSync(path, "utf8");
  if (UPDATES) {
    const fence = "```";
    writeFileSync(
      path,
      text.replaceAll(
        BLOCK,
        (_whole, block: string) => `${fence}console\n${replay(block)}${fence}`,
      ),
    );
  }
  const blocks = [...text.matchAll(BLOCK)].map((match) => match[1] ?? "");

  it("has transcripts on its first screen", () => {
    expect(text.slice(0, 1500)).toContain("```console");
  });

  it.each(blocks.map((block) => [block.split("\n")[0] ?? "", block]))(
    "%s prints what the document shows",
    (_command, block) => {
      expect(replay(block)).toBe(UPDATES ? replay(block) : block);
    },
  );

  it("shows only YAML that the program reads", () => {
    const yaml = [...text.matchAll(/```yaml\n([\s\S]*?)```/gu)].map((match) => match[1] ?? "");
    expect(yaml.length).toBeGreaterThan(0);
    for (const workload of yaml) {
      const result = spawnSync("node", ["bin/chipselect.js", "evaluate", "-", "--format", "json"], {
        maxBuffer: 64 * 2 ** 20,
        cwd: ROOT,
        input: workload,
        encoding: "utf8",
      });
      expect(result.stderr).toBe("");
      expect(result.status).toBe(0);
    }
  });
});

/** A session with questions cannot be replayed by a shell. */
const SESSION = /```text\n(\$ chipselect ask\n[\s\S]*?)```/u;

it("the README shows a session of ask as it goes", { timeout: 60_000 }, async () => {
  const path = join(ROOT, "README.md");
  const text = readFileSync(path, "utf8");
  const session = await askSession();
  const fence = "```";
  const right = text.replace(SESSION, `${fence}text\n${session}${fence}`);
  if (UPDATES) writeFileSync(path, right);
  expect(UPDATES ? right : text).toBe(right);
});
