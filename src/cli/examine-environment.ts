import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import { loadBuiltinCatalog } from "../app/builtin-catalog.ts";
import { packageRoot, packageVersion } from "../app/package-root.ts";
import type { Finding } from "../report/doctor/document.ts";
import { formatQuantity } from "../units/format.ts";
import type { Io } from "./io.ts";
import { outputStyle } from "./output-style.ts";

const REINSTALL = "install it again: npm ci in a clone, or npm install chipselect";

/** What the program runs on and finds; checks first that decide whether it works at all. */
export function examineEnvironment(io: Io): Finding[] {
  const root = packageRoot();
  const style = outputStyle({}, io, io.stdout);
  return [
    fact("version", "chipselect", packageVersion()),
    fact("folder", "Installed in", root),
    node(io, root),
    catalogue(),
    part("worker", "Threads of sweep", join(root, "dist", "cli", "sweep-worker.js")),
    part("schemas", "Schemas", join(root, "schemas", "workload.schema.json")),
    part("examples", "Example workloads", join(root, "profiles", "workloads")),
    fact("cores", "Cores", String(availableParallelism())),
    fact("memory", "Memory", formatQuantity(totalmem(), "bytes")),
    fact("stdout", "Standard output", io.stdout.isTerminal ? "a terminal" : "a pipe or file"),
    fact("width", "Columns", String(style.width)),
    fact("colour", "Colour", COLOURS[style.colour]),
    fact("characters", "Characters", style.ascii ? "ASCII (the locale is not UTF-8)" : "Unicode"),
  ];
}

const COLOURS = ["none", "16 colours", "256 colours", "16 million colours"] as const;

function fact(id: string, title: string, value: string): Finding {
  return { id, title, value, ok: null, help: null };
}

function node(io: Io, root: string): Finding {
  const title = "Node.js";
  const wanted: { engines: { node: string } } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const least = wanted.engines.node.replace(/^>=/u, "");
  const [, major = 0, minor = 0] = (/v(\d+)\.(\d+)/u.exec(io.platform) ?? []).map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split(".").map(Number);
  const ok = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  const help = ok ? null : `install Node.js ${least} or newer`;
  return { id: "node", title, value: `${io.platform} (needs ${least})`, ok, help };
}

function catalogue(): Finding {
  const found = { id: "catalogue", title: "Catalogue" };
  try {
    const { chips, models, stacks } = loadBuiltinCatalog();
    const value = `${chips.length} chips, ${models.length} models, ${stacks.length} stacks`;
    return { ...found, value, ok: chips.length > 0, help: chips.length > 0 ? null : REINSTALL };
  } catch (error) {
    const value = error instanceof Error ? error.message : String(error);
    return { ...found, value, ok: false, help: REINSTALL };
  }
}

function part(id: string, title: string, path: string): Finding {
  const ok = existsSync(path);
  return { id, title, value: ok ? "there" : `missing: ${path}`, ok, help: ok ? null : REINSTALL };
}
