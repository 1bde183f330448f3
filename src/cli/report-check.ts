import { appendFile } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { CheckResult } from "../check/types.ts";
import { messageTerm } from "../app/check-terms.ts";
import { renderCheck } from "../report/check/formats.ts";
import type { CheckView } from "../report/check/view.ts";
import type { CheckFlags } from "./commands/check.ts";
import { deliverAs } from "./deliver.ts";
import type { Io } from "./io.ts";
import { fileStyle } from "./output-style.ts";
import { warn } from "./warn.ts";

/** Writes the reports that were asked for; in GitHub Actions also annotations and the step summary, unless told otherwise. */
export async function reportCheck(
  result: CheckResult,
  sources: ReadonlyMap<string, string>,
  flags: CheckFlags,
  explicitFormat: boolean,
  io: Io,
): Promise<void> {
  const view: CheckView = { result, sources, explain: messageTerm, fromRoot: rootedAt(io) };
  if (flags.ci && !explicitFormat && io.env["GITHUB_ACTIONS"] === "true") {
    // Workflow commands are read from both streams; stdout keeps the answer alone.
    await io.stderr.write(await renderCheck(view, "github", fileStyle(flags, io)));
    await writeStepSummary(view, flags, io);
  }
  await deliverAs((format, style) => renderCheck(view, format, style), flags, io);
}

async function writeStepSummary(view: CheckView, flags: CheckFlags, io: Io): Promise<void> {
  const file = io.env["GITHUB_STEP_SUMMARY"];
  if (file === undefined || file === "") return;
  try {
    await appendFile(file, await renderCheck(view, "markdown", fileStyle(flags, io)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await warn([`the step summary cannot be written: ${reason}`], flags, io);
  }
}

/** Names of files from the root of the checkout, which annotations need, where the command runs in a folder below it. */
function rootedAt({ cwd, env }: Io): CheckView["fromRoot"] {
  const root = env["GITHUB_WORKSPACE"] ?? env["CI_PROJECT_DIR"];
  if (root === undefined || root === "") return (file) => file;
  return (file) => {
    const path = relative(root, resolve(cwd, file));
    return path.startsWith("..") || isAbsolute(path) ? file : path.split(sep).join("/");
  };
}
