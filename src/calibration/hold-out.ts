import type { ChipEvidence } from "../catalog/calibration.ts";
import { grouped } from "./grouped.ts";
import { fit, type Fit, type Observed, type Predict } from "./fit.ts";
import { familyOwner, stackOwner, type Parameter, type Values } from "./parameters.ts";

/** What holding out needs to know of a measurement. */
export interface HeldOut extends Observed {
  chip: string;
  family: string;
  stack: string;
  source: string;
}

/** A prediction made without the rows in question. */
export interface Blind<O> {
  observation: O;
  logRatio: number;
  /** What was left that its parameters could rest on. */
  chip: ChipEvidence;
  stackKnown: boolean;
}

export interface Setting<O extends HeldOut> {
  observations: readonly O[];
  parameters: readonly Parameter[];
  predict: Predict<O>;
  /** Values without any row. */
  priors: Values;
  /** Values of stacks that nobody knows. */
  unknownStacks: Values;
  /** Values of a family that lost all its rows: what its ancestors and its class, fitted on other families, pass on. */
  inherited(family: string): Readonly<Record<string, number>>;
  full: Fit;
  strength: number;
  /** Rounds of a refit. */
  sweeps: number;
}

export interface UnseenChips<O> {
  /** With the stack as fitted, where other chips have rows of it. */
  chips: Blind<O>[];
  /** As if nobody knew the stack either. */
  chipsAndStacks: Blind<O>[];
}

/**
 * Every chip's rows predicted without them: the family is fitted anew on its other chips, or inherits where it has none; a stack
 * without other rows counts as unknown. The other parameters stay as fitted, since one chip hardly moves them.
 */
export function withoutChips<O extends HeldOut>(setting: Setting<O>): UnseenChips<O> {
  const { observations, full, unknownStacks } = setting;
  const parts = grouped(observations, ({ chip }) => chip).map(([chip, own]) => {
    const family = own[0]?.family ?? "";
    const others = observations.filter((one) => one.chip !== chip);
    const rest = others.filter((one) => one.family === family);
    const values = new Map(full.values).set(
      familyOwner(family),
      rest.length === 0 ? setting.inherited(family) : refitted(setting, family, rest),
    );
    const known = new Set(others.map(({ stack }) => stack));
    const unknown = [...unknownStacks].filter(([owner]) => full.values.has(owner));
    const lost = unknown.filter(([owner]) => ![...known].some((id) => stackOwner(id) === owner));
    const evidence = rest.length === 0 ? "class" : "family";
    return {
      chips: blind(setting, own, new Map([...values, ...lost]), evidence, ({ stack }) =>
        known.has(stack),
      ),
      chipsAndStacks: blind(setting, own, new Map([...values, ...unknown]), evidence, () => false),
    };
  });
  return {
    chips: parts.flatMap(({ chips }) => chips),
    chipsAndStacks: parts.flatMap(({ chipsAndStacks }) => chipsAndStacks),
  };
}

/** Every family's rows predicted with what it would inherit without any. */
export function withoutFamilies<O extends HeldOut>(setting: Setting<O>): Blind<O>[] {
  return grouped(setting.observations, ({ family }) => family).flatMap(([family, own]) => {
    const values = new Map(setting.full.values).set(familyOwner(family), setting.inherited(family));
    return blind(setting, own, values, "class", () => true);
  });
}

/** Every stack's rows predicted as if nobody knew the stack. */
export function withoutStacks<O extends HeldOut>(setting: Setting<O>): Blind<O>[] {
  return grouped(setting.observations, ({ stack }) => stack).flatMap(([stack, own]) => {
    const owner = stackOwner(stack);
    const values = new Map(setting.full.values).set(owner, valuesOf(setting.unknownStacks, owner));
    return blind(setting, own, values, "chip", () => false);
  });
}

/** Every family's rows with inherited parameters, on a stack that nobody knows. */
export function withoutFamiliesAndStacks<O extends HeldOut>(setting: Setting<O>): Blind<O>[] {
  return grouped(setting.observations, ({ family }) => family).flatMap(([family, own]) => {
    const values = new Map(setting.full.values).set(familyOwner(family), setting.inherited(family));
    for (const { stack } of own) {
      values.set(stackOwner(stack), valuesOf(setting.unknownStacks, stackOwner(stack)));
    }
    return blind(setting, own, values, "class", () => false);
  });
}

export interface Folds<O> {
  blind: Blind<O>[];
  /** The values of each refit. */
  values: readonly Values[];
}

/**
 * Every source's rows about a model predicted without them: the sources are dealt into `count` parts, and everything is fitted anew without
 * one part at a time.
 */
export function withoutSources<O extends HeldOut>(setting: Setting<O>, count: number): Folds<O> {
  const { observations, parameters, predict, priors, strength, sweeps } = setting;
  const sources = grouped(observations, ({ source }) => source).map(([source]) => source);
  const part = new Map(sources.map((source, index) => [source, index % count]));
  const folds: { blind: Blind<O>[]; values: Values }[] = [];
  for (let fold = 0; fold < count; fold += 1) {
    const own = observations.filter(({ source }) => part.get(source) === fold);
    const rest = observations.filter(({ source }) => part.get(source) !== fold);
    const chips = new Set(rest.map(({ chip }) => chip));
    const families = new Set(rest.map(({ family }) => family));
    const stacks = new Set(rest.map(({ stack }) => stack));
    const { values } = fit({ observations: rest, parameters, predict }, priors, {
      strength,
      sweeps,
    });
    const evidence = ({ chip, family }: O): ChipEvidence =>
      chips.has(chip) ? "chip" : families.has(family) ? "family" : "class";
    const results = predict(own, values);
    folds.push({
      values,
      blind: own.map((observation, index) => ({
        observation,
        logRatio: results[index] ?? 0,
        chip: evidence(observation),
        stackKnown: stacks.has(observation.stack),
      })),
    });
  }
  return { blind: folds.flatMap((one) => one.blind), values: folds.map((one) => one.values) };
}

function refitted<O extends HeldOut>(
  { parameters, predict, priors, full, strength, sweeps }: Setting<O>,
  family: string,
  observations: readonly O[],
): Readonly<Record<string, number>> {
  const owner = familyOwner(family);
  const own = parameters.filter((parameter) => parameter.owner === owner);
  const start = new Map(full.values).set(owner, valuesOf(priors, owner));
  const { values } = fit({ observations, parameters: own, predict }, start, { strength, sweeps });
  return valuesOf(values, owner);
}

function blind<O extends HeldOut>(
  { predict }: Setting<O>,
  own: readonly O[],
  values: Values,
  chip: ChipEvidence,
  stackKnown: (observation: O) => boolean,
): Blind<O>[] {
  const logRatios = predict(own, values);
  return own.map((observation, index) => ({
    observation,
    logRatio: logRatios[index] ?? 0,
    chip,
    stackKnown: stackKnown(observation),
  }));
}

function valuesOf(
  values: Values,
  owner: Parameters<Values["get"]>[0],
): Readonly<Record<string, number>> {
  const found = values.get(owner);
  if (found === undefined) throw new Error(`there are no values for ${owner}`);
  return found;
}
