import type { Calibration } from "../catalog/calibration.ts";
import type { FamilyProfile } from "../catalog/read-family.ts";
import type { Catalog } from "../catalog/types.ts";
import type { Naming } from "../validation/naming.ts";
import type { MeasurementRow } from "../validation/types.ts";
import { fit } from "./fit.ts";
import { grouped } from "./grouped.ts";
import { counts, fitsOf } from "./fitted-values.ts";
import {
  withoutChips,
  withoutFamilies,
  withoutFamiliesAndStacks,
  withoutSources,
  withoutStacks,
  type Blind,
  type Setting,
} from "./hold-out.ts";
import { coveringIntervals } from "./intervals.ts";
import { robustLoss } from "./loss.ts";
import { observe, type Observation } from "./observations.ts";
import {
  familyOwner,
  parametersOf,
  stackOwner,
  valueOf,
  type Owner,
  type Parameter,
  type Values,
} from "./parameters.ts";
import {
  calibratedFamilies,
  classCentres,
  familyPriors,
  stackPriors,
  unknownStacks,
} from "./priors.ts";

export interface CalibrationInput {
  /** Compiled from the profiles without any calibration. */
  catalog: Catalog;
  profiles: readonly FamilyProfile[];
  rows: readonly MeasurementRow[];
  naming: Naming;
  /** Ids of rows that no summary counts. */
  excluded: ReadonlySet<string>;
}

export interface CalibrationOptions {
  /** Weights of a prior against a row that are tried; the one whose predictions of unseen chips are best is taken. */
  strengths: readonly number[];
  /** Largest number of rounds of the whole fit, and of each refit. */
  sweeps: number;
  refitSweeps: number;
  /** Parts that the sources are dealt into. */
  folds: number;
  onProgress?: (message: string) => void;
}

/** Error of one row under one way of holding out. */
export interface RowError {
  observation: Observation;
  logRatio: number;
}

export interface CalibrationResult {
  calibration: Calibration;
  strength: number;
  /** Mean loss of predictions of unseen chips for each strength that was tried. */
  grid: readonly { strength: number; loss: number }[];
  fitted: readonly RowError[];
  unseenSources: readonly RowError[];
  unseenChips: readonly RowError[];
  unseenStacks: readonly RowError[];
  /** Share of unseen rows inside intervals that were made without their chip. */
  coverage: number | null;
  atBound: readonly { parameter: Parameter; value: number }[];
  withoutEvidence: readonly Parameter[];
}

/** Fits families and stacks to measurements. The same input gives the same result to the last digit. */
export function calibrate(input: CalibrationInput, options: CalibrationOptions): CalibrationResult {
  const { catalog, profiles, rows, naming, excluded } = input;
  const { strengths, sweeps, refitSweeps, folds, onProgress } = options;
  const { observations, predict } = observe(rows, catalog, naming, excluded);
  const priors: Values = new Map([...familyPriors(profiles), ...stackPriors(catalog.stacks)]);
  const owners = ownersOf(catalog, observations);
  const parameters = owners.flatMap((owner) => parametersOf(owner, priors.get(owner) ?? {}));
  const problem = { observations, parameters, predict };
  let start: Values = new Map(owners.map((owner) => [owner, priors.get(owner) ?? {}]));

  // From the strongest down, each from where the last one ended: loosened step by step, a fit loses its way less easily.
  const tried = strengths
    .toSorted((a, b) => b - a)
    .map((strength) => {
      const full = fit(problem, start, {
        strength,
        sweeps,
        onSweep: (sweep, loss) =>
          onProgress?.(`strength ${strength}, round ${sweep}: loss ${loss.toFixed(2)}`),
      });
      start = full.values;
      const setting = settingOf(input, { ...problem, priors, full, strength, sweeps: refitSweeps });
      const { chips, chipsAndStacks } = withoutChips(setting);
      const loss = meanLoss(chips);
      onProgress?.(`strength ${strength}: mean loss of unseen chips ${loss.toFixed(4)}`);
      return { strength, full, setting, chips, chipsAndStacks, loss };
    });
  const [first, ...others] = tried;
  if (!first) throw new RangeError("at least one strength is needed");
  const best = others.reduce((top, one) => (one.loss < top.loss ? one : top), first);

  onProgress?.("refits without one part of the sources at a time");
  const sources = withoutSources(best.setting, folds);
  const stacks = withoutStacks(best.setting);
  // Chips without a family are among those without their families.
  const isFamilyKnown = ({ chip }: Blind<Observation>): boolean => chip === "family";
  const unseen = [
    ...sources.blind.filter(({ chip }) => chip === "chip"),
    ...best.chips.filter(isFamilyKnown),
    ...withoutFamilies(best.setting),
    ...stacks,
    ...best.chipsAndStacks.filter(isFamilyKnown),
    ...withoutFamiliesAndStacks(best.setting),
  ];
  const { intervals, coverage } = coveringIntervals(unseen);
  const { families, classes, ...rest } = fitsOf(best.full, parameters, profiles, sources.values);
  const fittedValues = new Map([
    ...best.full.values,
    ...[...calibratedFamilies(profiles, { families, classes })].filter(([owner]) =>
      best.full.values.has(owner),
    ),
  ]);
  const fitted = predict(observations, fittedValues);
  return {
    calibration: {
      families,
      stacks: rest.stacks,
      classes,
      rows: {
        chips: counts(observations, ({ chip }) => chip),
        families: counts(observations, ({ family }) => family),
        stacks: counts(observations, ({ stack }) => stack),
      },
      intervals,
    },
    strength: best.strength,
    grid: tried.map(({ strength, loss }) => ({ strength, loss })),
    fitted: observations.map((observation, index) => ({
      observation,
      logRatio: fitted[index] ?? 0,
    })),
    unseenSources: sources.blind,
    unseenChips: best.chips,
    unseenStacks: stacks,
    coverage,
    atBound: parameters.flatMap((parameter) => {
      const value = valueOf(parameter, best.full.values);
      const isAtBound = value <= parameter.low || value >= parameter.high;
      const isOwn = value !== parameter.prior && best.full.moved.has(parameter);
      return isAtBound && isOwn ? [{ parameter, value }] : [];
    }),
    withoutEvidence: parameters.filter((parameter) => !best.full.moved.has(parameter)),
  };
}

/** Families and stacks that rows rest on, in the order of the catalogue. */
function ownersOf(catalog: Catalog, observations: readonly Observation[]): Owner[] {
  const seen = new Set(observations.flatMap(({ owners }) => owners));
  return [
    ...catalog.families.map(({ id }) => familyOwner(id)),
    ...catalog.stacks.map(({ id }) => stackOwner(id)),
  ].filter((owner) => seen.has(owner));
}

function settingOf(
  { profiles, catalog }: CalibrationInput,
  common: Omit<Setting<Observation>, "inherited" | "unknownStacks">,
): Setting<Observation> {
  const { families } = fitsOf(common.full, common.parameters, profiles, []);
  return {
    ...common,
    unknownStacks: unknownStacks(catalog.stacks),
    inherited(family) {
      const { [family]: _left, ...others } = families;
      const classes = classCentres(profiles, others);
      const values = calibratedFamilies(profiles, { families: others, classes });
      return values.get(familyOwner(family)) ?? {};
    },
  };
}

/** Each chip that was held out is one draw, however many rows it has. */
function meanLoss(blind: readonly Blind<Observation>[]): number {
  const chips = grouped(blind, ({ observation }) => observation.chip).map(([, rows]) => {
    const weight = rows.reduce((sum, { observation }) => sum + observation.weight, 0);
    const loss = rows.reduce(
      (sum, { observation, logRatio }) => sum + observation.weight * robustLoss(logRatio),
      0,
    );
    return loss / weight;
  });
  return chips.reduce((sum, loss) => sum + loss, 0) / chips.length;
}
