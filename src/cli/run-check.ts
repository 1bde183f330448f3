import { loadBuiltinCatalog } from "../app/builtin-catalog.ts";
import { check, type CheckInput } from "../app/check.ts";
import { packageVersion } from "../app/package-root.ts";
import { readBaseline } from "../check/baseline/read-baseline.ts";
import { policyFaults } from "../check/policy/policy-faults.ts";
import type { CheckResult } from "../check/types.ts";
import { BadInput } from "./bad-input.ts";
import type { CheckFlags } from "./commands/check.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import type { Io } from "./io.ts";
import { CheckFiles } from "./check-files.ts";
import { reportCheck } from "./report-check.ts";
import { showDiagnostics } from "./show-failure.ts";

/** What `chipselect check` does. @throws BadInput with the faults of every file; Failure for what no file is to blame for */
export async function runCheck(
  specs: readonly string[],
  flags: CheckFlags,
  explicitFormat: boolean,
  io: Io,
): Promise<ExitCode> {
  const files = new CheckFiles(io, loadBuiltinCatalog());
  if (flags.test !== undefined) {
    const { testPolicies } = await import("./test-policies.ts");
    const result = await testPolicies(flags.test, files);
    await reportCheck(result, files.sources, flags, explicitFormat, io);
    return exitCode(result, flags);
  }
  const input = await readAll(specs, flags, files);
  if (!flags.quiet) await showDiagnostics(files.warnings, files.sources, io, flags);
  const { result, baseline } = check(input);
  await reportCheck(result, files.sources, flags, explicitFormat, io);
  if (flags.saveBaseline !== undefined) {
    const [{ writeFileAtomically }, { writeJson }] = await Promise.all([
      import("./write-file.ts"),
      import("../report/json.ts"),
    ]);
    await writeFileAtomically(io.cwd, flags.saveBaseline, writeJson(baseline), { overwrite: true });
    if (!flags.quiet) await io.stderr.write(`wrote ${flags.saveBaseline}\n`);
  }
  return exitCode(result, flags);
}

/** Reads every file before it gives up on any, so that one run shows all faults. */
async function readAll(
  specNames: readonly string[],
  flags: CheckFlags,
  files: CheckFiles,
): Promise<CheckInput> {
  const workloadNames = flags.workload ?? [];
  if (specNames.length === 0) throw new Failure("name a spec", EXAMPLE);
  if (workloadNames.length === 0) throw new Failure("--workload FILE is missing", EXAMPLE);
  const specs = await files.specs(specNames);
  const workloads = await files.workloads(workloadNames);
  const policy = await files.policy(flags.policy);
  const baseline =
    flags.baseline === undefined
      ? null
      : await files.read(flags.baseline, ({ file, text }) => {
          const reading = readBaseline(text, file);
          return reading.ok ? { ...reading, value: { file, value: reading.value } } : reading;
        });
  const ids = specs.map(({ chip }) => chip.id);
  const measured = flags.measured === undefined ? null : await files.measured(flags.measured, ids);
  // A spec or workload that could not be read is missing from the lists, which would only look like a second fault.
  if (policy !== null && files.faults.length === 0) {
    files.faults.push(...policyFaults(policy, ids, workloads));
  }
  if (files.faults.length > 0 || policy === null) throw new BadInput(files.faults, files.sources);
  const { catalog } = files;
  return { specs, workloads, policy, baseline, measured, catalog, version: packageVersion() };
}

const EXAMPLE = "chipselect check chip.yaml --workload chat.yaml --policy policy.yaml";

function exitCode({ summary }: CheckResult, { failOn, maxWarnings }: CheckFlags): ExitCode {
  if (failOn === "never") return EXIT.ok;
  const fails =
    summary.errors > 0 ||
    (failOn === "warn" && summary.warnings > 0) ||
    (maxWarnings !== undefined && summary.warnings > maxWarnings);
  return fails ? EXIT.gateFails : EXIT.ok;
}
