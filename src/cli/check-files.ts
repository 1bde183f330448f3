import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { knownNames } from "../app/known-names.ts";
import type { MeasuredInput } from "../app/check-measured.ts";
import { MODEL_CHECKS } from "../app/model-checks.ts";
import type { Catalog } from "../catalog/types.ts";
import type { NamedWorkload } from "../check/judge/laboratory.ts";
import { readPolicy } from "../check/policy/read-policy.ts";
import type { Policy } from "../check/policy/types.ts";
import { readSpec, type Spec } from "../check/spec/read-spec.ts";
import type { Diagnostic, Reading } from "../input/diagnostic.ts";
import { about } from "../input/file-errors.ts";
import { didYouMean } from "../input/suggest.ts";
import { readWorkload } from "../input/read-workload.ts";
import { BadInput } from "./bad-input.ts";
import type { Io } from "./io.ts";
import { isPreset, policyLoader, presets, readPreset } from "./load-policy.ts";
import { readInput, type Source } from "./read-input.ts";
import { jsonReader } from "./read-json.ts";

/** The files of one check. Faults are gathered, not thrown, so that one run finds those of every file. */
export class CheckFiles {
  readonly io: Io;
  readonly catalog: Catalog;
  readonly faults: Diagnostic[] = [];
  readonly warnings: Diagnostic[] = [];
  /** Text of each file by its name in reports. */
  readonly sources = new Map<string, string>();

  constructor(io: Io, catalog: Catalog) {
    this.io = io;
    this.catalog = catalog;
  }

  async specs(names: readonly string[]): Promise<readonly Spec[]> {
    const specs: Spec[] = [];
    for (const name of names) {
      const spec = await this.read(name, ({ file, text }) => readSpec(text, file, this.catalog));
      if (spec === null) continue;
      if (specs.some(({ chip }) => chip.id === spec.chip.id)) {
        this.twice(
          spec.document.file,
          `the id "${spec.chip.id}" is that of another spec of this run`,
        );
      }
      specs.push(spec);
    }
    return specs;
  }

  async workloads(names: readonly string[]): Promise<readonly NamedWorkload[]> {
    const known = knownNames(this.catalog);
    const workloads: NamedWorkload[] = [];
    for (const name of names) {
      const { cwd } = this.io;
      const folder = name === "-" ? cwd : dirname(resolve(cwd, name));
      const sources = { readJson: jsonReader(folder), ...MODEL_CHECKS };
      const found = await this.read(name, ({ file, text }) => {
        const reading = readWorkload(text, file, known, sources);
        return reading.ok ? { ...reading, value: { file, workload: reading.value } } : reading;
      });
      if (found === null) continue;
      const id = name === "-" ? "stdin" : basename(name).replace(/\.ya?ml$/iu, "");
      if (workloads.some((each) => each.id === id)) {
        this.twice(found.file, `the name "${id}" is that of another workload of this run`);
      }
      workloads.push({ id, ...found });
    }
    return workloads;
  }

  async policy(name: string): Promise<Policy | null> {
    const chips = this.catalog.chips.map(({ id }) => id);
    const sources = { chips, load: policyLoader(this.io.cwd, this.sources) };
    if (isPreset(name)) {
      const { file, text } = readPreset(name);
      const reading = readPolicy(text, file, sources);
      if (!reading.ok) throw new Error(reading.diagnostics[0]?.message);
      return { ...reading.value, file: null };
    }
    if (!/[./\\]/u.test(name) && name !== "-") {
      // No file of a policy is named without an ending, so a preset was meant.
      const help = didYouMean(name, presets());
      this.faults.push({
        ...about("--policy", "CS1001", `there is no preset "${name}"`, help),
        code: "CS2002",
      });
      return null;
    }
    return this.read(name, ({ file, text }) => readPolicy(text, file, sources));
  }

  async measured(names: readonly string[], specs: readonly string[]): Promise<MeasuredInput> {
    const [{ loadMeasurements }, { loadMeasurementNotes }] = await Promise.all([
      import("./load-measurements.ts"),
      import("../app/builtin-measurements.ts"),
    ]);
    const { naming } = loadMeasurementNotes();
    const all = await this.guarded(() => loadMeasurements(names, this.io));
    const rows = (all ?? []).filter(({ fields }) => specs.includes(fields["chip_id"] ?? ""));
    if (all !== null && rows.length === 0) {
      const message = `no row has the chip_id of a spec of this run (${specs.join(", ")})`;
      const help = "chip_id of a row is the id of a spec";
      this.faults.push({ ...about(names[0] ?? "", "CS1501", message, help), code: "CS2030" });
    }
    return { rows, naming };
  }

  /** What the reader makes of the file; null after a fault, which is noted. */
  async read<T>(name: string, reader: (source: Source) => Reading<T>): Promise<T | null> {
    const source = await this.guarded(() => readInput(this.io, name));
    if (source === null) return null;
    const file = this.nameOf(source.file);
    this.sources.set(file, source.text);
    const reading = reader({ file, text: source.text });
    if (reading.ok) {
      this.warnings.push(...reading.warnings);
      return reading.value;
    }
    this.faults.push(...reading.diagnostics);
    return null;
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      this.faults.push(...error.diagnostics);
      return null;
    }
  }

  /** Reports name files from where the command runs, with slashes, whichever way they were typed. */
  private nameOf(name: string): string {
    if (name === "<stdin>") return name;
    const path = relative(this.io.cwd, resolve(this.io.cwd, name));
    return path.startsWith("..") || isAbsolute(path) ? name : path.split(sep).join("/");
  }

  private twice(file: string, message: string): void {
    const fault = about(file, "CS1405", message, "give each a name of its own");
    this.faults.push({ ...fault, code: "CS2011" });
  }
}
