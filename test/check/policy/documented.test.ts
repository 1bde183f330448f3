import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../../src/app/package-root.ts";
import { readPolicy } from "../../../src/check/policy/read-policy.ts";
import { catalog } from "../example.ts";

it("the README shows a policy that is read", () => {
  const readme = readFileSync(join(packageRoot(), "README.md"), "utf8");
  const blocks = [...readme.matchAll(/```yml\n([\s\S]*?)```/gu)].map((match) => match[1] ?? "");
  const policy = blocks.find((block) => block.includes("assertions:")) ?? "";
  const reading = readPolicy(policy, "README.md", {
    chips: catalog.chips.map(({ id }) => id),
    load: (name) => ({
      ok: true,
      file: name,
      text: readFileSync(join(packageRoot(), `profiles/policies/${name}.yaml`), "utf8"),
    }),
  });
  expect(reading.ok ? [] : reading.diagnostics).toEqual([]);
  expect(reading.ok && reading.value.assertions.length).toBeGreaterThan(5);
});
