import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { evaluate } from "../../src/app/evaluate.ts";
import { knownNames } from "../../src/app/known-names.ts";
import { MODEL_CHECKS } from "../../src/app/model-checks.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { isMapping } from "../../src/catalog/read-figures.ts";
import type { Catalog, Chip } from "../../src/catalog/types.ts";
import type { Workload } from "../../src/input/workload-types.ts";
import { readWorkload } from "../../src/input/read-workload.ts";
import type { Candidate, EvaluationResult } from "../../src/report/types.ts";

/** Chips by id, class or place of use. */
interface Selection {
  chips?: string[];
  classes?: string[];
  deployments?: string[];
}

/** One entry of test/fixtures/expectations.yaml; the keys are explained there. */
export interface Expectation {
  workload: string;
  bestClass?: string[];
  top?: { anyOf: string[]; atLeast: number; within: number }[];
  excluded?: (Selection & { reason: string })[];
  notTop?: (Selection & { within: number })[];
  figures?: { chip: string; metric: string; unit?: string; low: number; high: number }[];
  knownMisses?: { what: string; why: string }[];
}

/** A single statement that holds or does not. */
export interface Check {
  /** What `knownMisses` calls it; unique within a workload. */
  label: string;
  holds: boolean;
  found: string;
}

export function readExpectations(): readonly Expectation[] {
  const file = join(packageRoot(), "test/fixtures/expectations.yaml");
  const document: { workloads: Expectation[] } = parse(readFileSync(file, "utf8"));
  return document.workloads;
}

/** Evaluates the example workload of this name, as the command line does. */
export function evaluateExample(name: string, catalog: Catalog): EvaluationResult {
  return evaluate(exampleWorkload(name, catalog), catalog, { version: "0.0.0" });
}

/** The example workload of this name. */
export function exampleWorkload(name: string, catalog: Catalog): Workload {
  const file = join(packageRoot(), "profiles/workloads", `${name}.yaml`);
  const reading = readWorkload(readFileSync(file, "utf8"), file, knownNames(catalog), {
    readJson: () => ({ ok: false, message: "examples read no files" }),
    ...MODEL_CHECKS,
  });
  if (!reading.ok) throw new Error(reading.diagnostics.map(({ message }) => message).join("\n"));
  return reading.value;
}

/** Every statement of the expectation, checked against the result. Ids that the catalogue lacks throw. */
export function checkExpectation(
  expectation: Expectation,
  result: EvaluationResult,
  chips: readonly Chip[],
): readonly Check[] {
  const deployments = new Map(chips.map(({ id, deployment }) => [id, deployment]));
  const feasible = result.candidates.filter(({ rank }) => rank !== null);
  const select = (selection: Selection): Candidate[] => {
    for (const id of selection.chips ?? []) find(result, id);
    return result.candidates.filter(
      ({ id, class: chipClass }) =>
        selection.chips?.includes(id) ||
        selection.classes?.includes(chipClass) ||
        selection.deployments?.includes(deployments.get(id) ?? ""),
    );
  };
  const checks: Check[] = [];
  if (expectation.bestClass) {
    const best = feasible[0]?.class ?? "none";
    checks.push({ label: "bestClass", holds: expectation.bestClass.includes(best), found: best });
  }
  for (const [index, { anyOf, atLeast, within }] of (expectation.top ?? []).entries()) {
    for (const id of anyOf) find(result, id);
    const leaders = feasible.slice(0, within).map(({ id }) => id);
    const hits = leaders.filter((id) => anyOf.includes(id)).length;
    checks.push({
      label: `top ${index + 1}`,
      holds: hits >= atLeast,
      found: `${hits} of ${atLeast} among ${leaders.join(", ")}`,
    });
  }
  for (const selection of expectation.notTop ?? []) {
    const leaders = feasible.slice(0, selection.within);
    for (const { id } of select(selection)) {
      const rank = leaders.findIndex((leader) => leader.id === id) + 1;
      checks.push({ label: `notTop ${id}`, holds: rank === 0, found: `rank ${rank}` });
    }
  }
  for (const selection of expectation.excluded ?? []) {
    for (const { id, rank } of select(selection)) {
      const found = `rank ${rank}, in spite of: ${selection.reason}`;
      checks.push({ label: `excluded ${id}`, holds: rank === null, found });
    }
  }
  for (const figure of expectation.figures ?? []) {
    const value = figureOf(find(result, figure.chip), figure, result.workload.sites);
    checks.push({
      label: `figures ${figure.chip} ${figure.metric}`,
      holds: value !== null && value >= figure.low && value <= figure.high,
      found: `${value}, expected ${figure.low} to ${figure.high} ${figure.unit ?? ""}`,
    });
  }
  return checks;
}

function find(result: EvaluationResult, id: string): Candidate {
  const candidate = result.candidates.find((entry) => entry.id === id);
  if (!candidate) throw new Error(`the expectations name a chip that does not exist: ${id}`);
  return candidate;
}

/** Path in a candidate; `plan.chipsPerSite` and units "per site" divide the total by the sites. */
function figureOf(
  candidate: Candidate,
  { metric, unit }: { metric: string; unit?: string },
  sites: number,
): number | null {
  const perSite = metric === "plan.chipsPerSite" || unit?.endsWith("per site") === true;
  const path = metric === "plan.chipsPerSite" ? "plan.chips" : metric;
  const value = path
    .split(".")
    .reduce<unknown>((node, key) => (isMapping(node) ? node[key] : undefined), candidate);
  if (typeof value !== "number") return null;
  return perSite ? value / sites : value;
}
