import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readProfiles } from "../../src/build/read-profiles.ts";
import type { ProfileKind } from "../../src/build/profile-kinds.ts";

const STACKS: ProfileKind = {
  id: "stacks",
  place: "stacks",
  schema: "stack.schema.json",
  named: true,
};

const GOOD = `id: own
name: Own runtime
phases: [inference]
precisions: [int8]
weightOnly: []
stepOverhead: 100 us
kernelOverhead: 0 us
collectiveOverlap: 0 %
continuousBatching: false
usableMemory: 90 %
maturity: 70 %
maturityReason: Written for this test
source: this test
confidence: high
`;

let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "chipselect-profiles-"));
  await cp(join(import.meta.dirname, "../../schemas"), join(root, "schemas"), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(root, "profiles/stacks", name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function said(): Promise<string[]> {
  const { diagnostics } = await readProfiles(root, STACKS);
  return diagnostics.map(
    ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`,
  );
}

describe("the profiles of a kind", () => {
  it("come in the order of their paths, sub-folders included", async () => {
    await write({
      "z.yaml": GOOD.replace("id: own", "id: z"),
      "b/a.yaml": GOOD.replace("id: own", "id: a"),
      "notes.txt": "not a profile",
    });
    const { documents, diagnostics } = await readProfiles(root, STACKS);
    expect(diagnostics).toEqual([]);
    expect(documents.map(({ file }) => file)).toEqual([
      "profiles/stacks/b/a.yaml",
      "profiles/stacks/z.yaml",
    ]);
  });

  it("are checked against their schema, all files in one run", async () => {
    await write({
      "own.yaml": GOOD.replace("source: this test\n", ""),
      "two.yaml": GOOD.replace("phases: [inference]", "phases: [inferring]"),
      "three.yaml": "a: [",
    });
    expect(await said()).toEqual([
      'profiles/stacks/own.yaml:1:1 CS1102 missing key "source" in the document',
      "profiles/stacks/three.yaml:1:5 CS1010 the closing ] is missing before here",
      'profiles/stacks/two.yaml:3:10 CS1104 "inferring" is not a value of entry 1 of "phases"',
    ]);
  });

  it("are named for their id", async () => {
    await write({ "other.yaml": GOOD });
    expect(await said()).toEqual([
      'profiles/stacks/other.yaml:1:5 CS1105 the id is "own", but the file is named other.yaml',
    ]);
  });

  it("are missed when there are none", async () => {
    expect(await said()).toEqual([
      "profiles/stacks:1:1 CS1001 there are no profiles of kind stacks",
    ]);
  });
});
