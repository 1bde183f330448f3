import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isMapping } from "../input/mapping.ts";
import { readYaml } from "../input/read-yaml.ts";

export interface NamedSource {
  code: string;
  title: string;
  where: string;
  date: string;
}

/** The short codes by which profiles cite their sources. @throws when profiles/sources.yaml is not of its form. */
export async function readSourcesList(root: string): Promise<NamedSource[]> {
  const file = "profiles/sources.yaml";
  const reading = readYaml(await readFile(join(root, file), "utf8"), file);
  if (!reading.ok) throw new Error(`${file}: ${reading.diagnostics[0]?.message}`);
  const { value } = reading.value;
  const sources = isMapping(value) && isMapping(value["sources"]) ? value["sources"] : {};
  return Object.entries(sources).map(([code, entry]) => {
    const text = (key: string): string => {
      const found = isMapping(entry) ? entry[key] : undefined;
      if (typeof found !== "string") throw new Error(`${file}: source ${code} has no ${key}`);
      return found;
    };
    return { code, title: text("title"), where: text("where"), date: text("date") };
  });
}
