import type { Catalog, Chip } from "../catalog/types.ts";
import type { Reading } from "../input/diagnostic.ts";
import type { WorkloadSources } from "../input/known-names.ts";
import type { Mapping } from "../input/mapping.ts";
import { readWorkload } from "../input/read-workload.ts";
import type { Task, Workload } from "../input/workload-types.ts";
import { presetDocument } from "../questionnaire/base-document.ts";
import type { Judge } from "../questionnaire/impact.ts";
import type { Facts } from "../questionnaire/question.ts";
import type { ExploredTask } from "../planner/plan-task.ts";
import { rememberSizing } from "../planner/remember-sizing.ts";
import type { Candidate, EvaluationResult } from "../report/types.ts";
import { evaluate } from "./evaluate.ts";
import { PLAIN_STEPS, type EvaluationSteps } from "./evaluation-steps.ts";
import { knownNames } from "./known-names.ts";
import { MODEL_CHECKS } from "./model-checks.ts";
import { ModelError } from "./resolve-models.ts";
import { loadScenario, scenarioIds } from "./scenarios.ts";
import { Recent } from "./sweep/recent.ts";
import { rememberingSteps } from "./sweep/remembering-steps.ts";

/** What a session of questions needs of the program: the catalogue's names, and what the simulation says about a draft. */
export interface Advisor {
  facts: Facts;
  read: (document: Mapping) => Reading<Workload>;
  /** The whole evaluation of a draft; null when it cannot be read. */
  evaluate: (document: Mapping) => EvaluationResult | null;
  /** Winner and lead of a what-if; only those chips are looked at that have a chance to lead. */
  judge: Judge;
}

export interface AdvisorOptions {
  version: string;
  readJson: WorkloadSources["readJson"];
  /** Name of a scenario in the language of the session. */
  title: (scenario: string) => string;
}

/** Leaders whose order one answer may turn, and the nearest misses that it may let in. */
const LEADERS = 10;
const NEAR_MISSES = 6;
/** Whole results are large; outlooks are two figures each. */
const RESULTS_REMEMBERED = 20;
const OUTLOOKS_REMEMBERED = 2000;
/** Chips times tasks times variants of a task. */
const EXPLORATIONS_REMEMBERED = 4000;

export function createAdvisor(catalog: Catalog, options: AdvisorOptions): Advisor {
  const names = knownNames(catalog);
  const sources = { readJson: options.readJson, ...MODEL_CHECKS };
  const read = (document: Mapping): Reading<Workload> =>
    readWorkload(JSON.stringify(document), "answers", names, sources);
  const presets = new Map<string, Mapping>();
  let contenders: ReadonlySet<string> = new Set();

  const steps = { ...rememberingSteps(), explore: exploreOnce() };
  const evaluateDraft = (
    document: Mapping,
    chips: ReadonlySet<string> | null,
  ): EvaluationResult | null => {
    const reading = read(document);
    if (!reading.ok) return null;
    const limited = chips === null ? {} : { considers: ({ id }: Chip) => chips.has(id) };
    try {
      return evaluate(reading.value, catalog, {
        version: options.version,
        steps,
        whatIf: false,
        ...limited,
      });
    } catch (error) {
      if (error instanceof ModelError) return null;
      throw error;
    }
  };
  const whole = remembering(RESULTS_REMEMBERED, (document) => evaluateDraft(document, null));
  const everywhere = remembering(OUTLOOKS_REMEMBERED, (document) => outlook(whole.of(document)));
  const among = remembering(OUTLOOKS_REMEMBERED, (document) =>
    outlook(evaluateDraft(document, contenders)),
  );
  return {
    facts: {
      names,
      models: catalog.models.map(({ id, name, kind }) => ({ id, name, kind })),
      scenarios: scenarioIds(),
      preset: (scenario) => {
        const known = presets.get(scenario);
        const document = known ?? presetDocument(loadScenario(scenario), options.title(scenario));
        presets.set(scenario, document);
        return document;
      },
      title: options.title,
    },
    read,
    evaluate: (document) => {
      const result = whole.of(document);
      const next = result === null ? contenders : contendersOf(result.candidates);
      // What was tried among other chips says nothing about these.
      if (!sameSet(next, contenders)) among.forget();
      contenders = next;
      return result;
    },
    judge: (document, wide) => (wide ? everywhere : among).of(document),
  };
}

function contendersOf(candidates: readonly Candidate[]): ReadonlySet<string> {
  const feasible = candidates.filter((candidate) => candidate.feasible).slice(0, LEADERS);
  // Only chips that have a plan: what a chip is, no figure mends.
  const missing = candidates
    .filter(({ feasible: meets, plan }) => !meets && plan !== null)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, NEAR_MISSES);
  return new Set([...feasible, ...missing].map(({ id }) => id));
}

/** How far a candidate is past the limit that it misses most, as a share of the limit. */
function distance({ limits }: Candidate): number {
  const missed = limits.filter(({ pass }) => !pass);
  return Math.max(
    ...missed.map(({ shortfall, limit }) =>
      shortfall !== null && typeof limit === "number" && limit > 0
        ? shortfall / limit
        : Number.MAX_VALUE,
    ),
  );
}

function outlook(result: EvaluationResult | null): ReturnType<Judge> {
  if (result === null) return null;
  const { recommendation } = result;
  return { winner: recommendation?.id ?? null, margin: recommendation?.margin ?? null };
}

/**
 * Ways to run a task on a chip depend on both alone, and most what-ifs change neither: of several tasks, an answer changes one.
 * A sweep keeps fewer, because its points differ less.
 */
function exploreOnce(): EvaluationSteps["explore"] {
  const known = new Recent<ExploredTask>(EXPLORATIONS_REMEMBERED);
  const spelled = new WeakMap<Task, string>();
  return (prepared, hardware) => {
    const task = spelled.get(prepared.task) ?? JSON.stringify(prepared.task);
    spelled.set(prepared.task, task);
    const key = [hardware.chip.id, ...hardware.stacks.map(({ id }) => id), task].join(" ");
    return known.get(key, () => rememberSizing(PLAIN_STEPS.explore(prepared, hardware)));
  };
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

/** Results by document, so that the same draft is never evaluated twice. */
function remembering<T>(
  most: number,
  compute: (document: Mapping) => T,
): { of: (document: Mapping) => T; forget: () => void } {
  let known = new Recent<T>(most);
  return {
    of: (document) => known.get(JSON.stringify(document), () => compute(document)),
    forget: () => {
      known = new Recent<T>(most);
    },
  };
}
