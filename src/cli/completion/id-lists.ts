import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { loadBuiltinCatalog } from "../../app/builtin-catalog.ts";
import { packageRoot } from "../../app/package-root.ts";
import { KINDS } from "../../report/catalog/kinds.ts";
import type { IdList } from "./command-tree.ts";

/** Names that a completion script asks for. */
export async function idsOf(list: IdList): Promise<readonly string[]> {
  if (list === "kinds") return KINDS.map(({ id }) => id);
  if (list === "schemas") {
    const files = await readdir(join(packageRoot(), "schemas"));
    return files.map((file) => file.replace(/\.schema\.json$/u, "")).sort();
  }
  const { chips, stacks, models, systems, families } = loadBuiltinCatalog();
  const items = { chips, stacks, ids: [...chips, ...models, ...systems, ...stacks, ...families] };
  return items[list].map(({ id }) => id);
}
