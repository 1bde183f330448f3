/**
 * Builds everything that is not in git: validators (src/generated), catalogue (dist/data), program and library (dist),
 * compiled code (dist/cli), declarations (dist/types, left out with --fast). Run by `npm run build` and by npm itself
 * after an installation.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderDiagnostics } from "../input/render-diagnostics.ts";
import { bundleProgram } from "./bundle.ts";
import { writeDeclarations } from "./declarations.ts";
import { writeValidators } from "./validators.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

async function main(fast: boolean): Promise<number> {
  const started = performance.now();
  await rm(join(root, "dist"), { recursive: true, force: true });
  await writeValidators(root);
  // Only now can the readers be imported: they import the validators.
  const { compileData } = await import("./compile-data.ts");
  // Each part is finished whatever happens to the others, so that one run shows every fault.
  const [data, ...rest] = await Promise.allSettled([
    compileData(root),
    bundleProgram(root),
    fast ? undefined : writeDeclarations(root),
  ]);
  const failures = [data, ...rest].flatMap((part) =>
    part.status === "rejected" ? [messageOf(part.reason)] : [],
  );
  for (const failure of failures) console.error(failure);
  if (data.status === "rejected" || failures.length > 0) return 1;
  const { diagnostics, sources, counts } = data.value;
  if (diagnostics.length > 0) {
    console.error(renderDiagnostics(diagnostics, { sources }));
    return 1;
  }
  await warmUp();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`built in ${seconds} s: ${counts.join(", ")}`);
  return 0;
}

/** Runs warm-up.ts under the same loader as this script. */
async function warmUp(): Promise<void> {
  const [exitCode] = await once(fork(join(root, "src/build/warm-up.ts")), "exit");
  if (exitCode !== 0) throw new Error(`warm-up.ts ended with exit code ${exitCode}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  process.exitCode = await main(process.argv.includes("--fast"));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
