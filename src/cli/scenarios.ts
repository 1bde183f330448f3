import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { packageRoot } from "../app/package-root.ts";
import type { Scenario } from "../report/catalog/kind.ts";

const SUFFIX = ".yaml";

/** The example workloads that come with the program, with paths that a shell in `cwd` understands. */
export async function listScenarios(cwd: string): Promise<Scenario[]> {
  const folder = join(packageRoot(), "profiles", "workloads");
  const files = (await readdir(folder)).filter((file) => file.endsWith(SUFFIX)).sort();
  return Promise.all(
    files.map(async (file) => {
      const id = file.slice(0, -SUFFIX.length);
      const text = await readFile(join(folder, file), "utf8");
      const path = relative(cwd, join(folder, file));
      return { id, name: scenarioName(text) ?? id, path };
    }),
  );
}

/** The name alone does not need the whole file parsed. */
function scenarioName(text: string): string | null {
  const [, name] = /^ +name: *(?:"([^"]*)"|(.*\S)) *$/mu.exec(text)?.filter(Boolean) ?? [];
  return name ?? null;
}
