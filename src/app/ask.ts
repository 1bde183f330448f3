import type { Catalog } from "../catalog/types.ts";
import type { Reading } from "../input/diagnostic.ts";
import type { WorkloadSources } from "../input/known-names.ts";
import type { Mapping } from "../input/mapping.ts";
import { readWorkload } from "../input/read-workload.ts";
import type { Task, Workload } from "../input/workload-types.ts";
import { presetDocument } from "../questionnaire/base-document.ts";
import type { Judge, Outlook } from "../questionnaire/impact.ts";
import type { Facts } from "../questionnaire/question.ts";
import type { Steps } from "../questionnaire/steps.ts";
import type { ExploredTask } from "../planner/plan-task.ts";
import { rememberSizing } from "../planner/remember-sizing.ts";
import type { Candidate, EvaluationResult } from "../report/types.ts";
import { resultOf } from "./evaluate.ts";
import { PLAIN_STEPS, type EvaluationSteps } from "./evaluation-steps.ts";
import { chipExaminer, type Examined } from "./examine.ts";
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
  /** The whole evaluation of a draft; null when it cannot be read. Its leaders are those that `judge` looks at from then on. */
  evaluate: (document: Mapping) => Steps<EvaluationResult | null>;
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
/** Whole results are large, and those of what-ifs not worth keeping; outlooks are two figures each. */
const RESULTS_REMEMBERED = 20;
const OUTLOOKS_REMEMBERED = 2000;
/** Chips times tasks times variants of a task. */
const EXPLORATIONS_REMEMBERED = 8000;

export function createAdvisor(catalog: Catalog, options: AdvisorOptions): Advisor {
  const names = knownNames(catalog);
  const sources = { readJson: options.readJson, ...MODEL_CHECKS };
  const read = (document: Mapping): Reading<Workload> =>
    readWorkload(JSON.stringify(document), "answers", names, sources);
  const presets = new Map<string, Mapping>();
  let contenders: readonly string[] = [];

  const steps = { ...rememberingSteps(), explore: exploreOnce() };
  function* evaluated(
    document: Mapping,
    ids: readonly string[] | null,
  ): Steps<EvaluationResult | null> {
    const reading = read(document);
    if (!reading.ok) return null;
    const workload = reading.value;
    const among = ids === null ? null : new Set(ids);
    try {
      const prepared = steps.prepare(workload, catalog);
      yield;
      const scale = steps.scale(workload, catalog, prepared);
      const examine = chipExaminer(workload, catalog, prepared, steps.explore);
      const examined: Examined[] = [];
      for (const chip of catalog.chips) {
        if (among !== null && !among.has(chip.id)) continue;
        examined.push(examine(chip));
        yield;
      }
      const start = { workload, catalog, prepared, examined, scale };
      return resultOf(start, { version: options.version, whatIf: false });
    } catch (error) {
      if (error instanceof ModelError) return null;
      throw error;
    }
  }
  const whole = new Remembered<EvaluationResult | null>(RESULTS_REMEMBERED);
  const outlooks = new Remembered<ReturnType<typeof outlook>>(OUTLOOKS_REMEMBERED);

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
    *evaluate(document) {
      const key = JSON.stringify(document);
      const result = yield* whole.of(key, () => evaluated(document, null));
      if (result !== null) contenders = contendersOf(result.candidates);
      return result;
    },
    *judge(document, wide) {
      const known = wide ? whole.find(JSON.stringify(document)) : undefined;
      if (known !== undefined) return outlook(known);
      // What was tried among other chips says nothing about these.
      const ids = wide ? null : contenders;
      return yield* outlooks.of(JSON.stringify([ids, document]), function* () {
        return outlook(yield* evaluated(document, ids));
      });
    },
  };
}

function contendersOf(candidates: readonly Candidate[]): readonly string[] {
  const feasible = candidates.filter((candidate) => candidate.feasible).slice(0, LEADERS);
  // Only chips that have a plan: what a chip is, no figure mends.
  const missing = candidates
    .filter(({ feasible: meets, plan }) => !meets && plan !== null)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, NEAR_MISSES);
  return [...feasible, ...missing].map(({ id }) => id).toSorted();
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

function outlook(result: EvaluationResult | null): Outlook | null {
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

/** Values by key, so that the same draft is never evaluated twice. One that is left half-way is begun again. */
class Remembered<T> {
  readonly #known: Recent<T>;

  constructor(most: number) {
    this.#known = new Recent(most);
  }

  find(key: string): T | undefined {
    return this.#known.find(key);
  }

  *of(key: string, compute: () => Steps<T>): Steps<T> {
    const known = this.#known.find(key);
    const value = known === undefined ? yield* compute() : known;
    return this.#known.get(key, () => value);
  }
}
