import { FAMILY_KEYS, STACK_KEYS, type FamilyKey, type StackKey } from "../catalog/calibration.ts";
import { complement, factor, overhead, type Scale } from "./scale.ts";

/** What a parameter may be and how far evidence moves it. */
export interface Range {
  low: number;
  high: number;
  scale: Scale;
  /** Standard deviation of the true value round its prior, on the scale. */
  spread: number;
}

/** A number that physics does not give, of one chip family or one software stack. */
export interface Parameter extends Range {
  owner: Owner;
  key: FamilyKey | StackKey;
  /** Value without evidence. */
  prior: number;
}

/** "family/nvidia-hopper", "stack/vllm-cuda". */
export type Owner = `family/${string}` | `stack/${string}`;

/** The parameters of each owner, by key. */
export type Values = ReadonlyMap<Owner, Readonly<Record<string, number>>>;

export const familyOwner = (id: string): Owner => `family/${id}`;
export const stackOwner = (id: string): Owner => `stack/${id}`;

/**
 * Shares stay below one, bandwidth below the best that was ever measured (no published decode exceeds 0.93). Narrow formats
 * and attention are judged against a 16-bit multiply of the same family, so their priors are sharper.
 */
export const FAMILY_RANGES: Readonly<Record<FamilyKey, Range>> = {
  matmulShare: { low: 0.05, high: 0.95, scale: factor, spread: 0.3 },
  bandwidthShare: { low: 0.1, high: 0.93, scale: factor, spread: 0.2 },
  vectorShare: { low: 0.02, high: 1, scale: factor, spread: 0.5 },
  attentionShare: { low: 0.1, high: 1, scale: factor, spread: 0.3 },
  narrowShare: { low: 0.4, high: 1, scale: factor, spread: 0.15 },
  depthwiseShare: { low: 0.001, high: 1, scale: factor, spread: 0.7 },
  linkShare: { low: 0.1, high: 1, scale: factor, spread: 0.3 },
  launchSeconds: { low: 5e-8, high: 5e-4, scale: overhead(5e-7), spread: 0.7 },
};

/**
 * A stack may multiply better than the family's typical one, hence a share somewhat above 1; no stack reads faster than the best that was
 * measured on the family. Units of the overheads: what a step hardly feels.
 */
export const STACK_RANGES: Readonly<Record<StackKey, Range>> = {
  computeShare: { low: 0.01, high: 1.15, scale: factor, spread: 0.25 },
  bandwidthShare: { low: 0.1, high: 1, scale: factor, spread: 0.2 },
  expertShare: { low: 0.1, high: 1, scale: factor, spread: 0.3 },
  collectiveOverlap: { low: 0, high: 0.98, scale: complement, spread: 0.5 },
  collectiveOverheadSeconds: { low: 0, high: 2e-4, scale: overhead(2e-6), spread: 0.7 },
  stepOverheadSeconds: { low: 0, high: 0.05, scale: overhead(2e-5), spread: 1 },
  sequenceOverheadSeconds: { low: 0, high: 1e-3, scale: overhead(1e-6), spread: 1.5 },
  kernelOverheadSeconds: { low: 0, high: 1e-3, scale: overhead(5e-7), spread: 1 },
};

/** Parameters of one family or stack, in the order of their keys. */
export function parametersOf(owner: Owner, priors: Readonly<Record<string, number>>): Parameter[] {
  return owner.startsWith("family/")
    ? FAMILY_KEYS.map((key) => parameter(owner, key, FAMILY_RANGES[key], priors))
    : STACK_KEYS.map((key) => parameter(owner, key, STACK_RANGES[key], priors));
}

function parameter(
  owner: Owner,
  key: FamilyKey | StackKey,
  range: Range,
  priors: Readonly<Record<string, number>>,
): Parameter {
  const prior = priors[key];
  if (prior === undefined) throw new Error(`${owner} has no prior for ${key}`);
  return { ...range, owner, key, prior: Math.min(range.high, Math.max(range.low, prior)) };
}

/** The values with one of them replaced. */
export function withValue(values: Values, { owner, key }: Parameter, value: number): Values {
  return new Map(values).set(owner, { ...values.get(owner), [key]: value });
}

export function valueOf({ owner, key }: Parameter, values: Values): number {
  const value = values.get(owner)?.[key];
  if (value === undefined) throw new Error(`${owner} has no ${key}`);
  return value;
}

/** Standard deviations between a value and its prior. */
export function distanceOf(parameter: Parameter, values: Values): number {
  const { scale, prior, spread } = parameter;
  return (scale.toScale(valueOf(parameter, values)) - scale.toScale(prior)) / spread;
}

/** The values with one parameter moved on its scale, or null where it is at its bound already. */
export function stepped(parameter: Parameter, values: Values, step: number): Values | null {
  const value = valueOf(parameter, values);
  const next = inBounds(parameter, parameter.scale.toScale(value) + step);
  return next === value ? null : withValue(values, parameter, next);
}

/** As far beyond `to` as `to` lies beyond `from`, times `times`, within the bounds. */
export function extrapolated(
  parameters: readonly Parameter[],
  from: Values,
  to: Values,
  times: number,
): Values {
  return parameters.reduce((all, parameter) => {
    const { scale } = parameter;
    const end = valueOf(parameter, to);
    const start = valueOf(parameter, from);
    if (start === end) return all;
    const position = scale.toScale(end) + times * (scale.toScale(end) - scale.toScale(start));
    return withValue(all, parameter, inBounds(parameter, position));
  }, to);
}

const inBounds = ({ low, high, scale }: Range, position: number): number =>
  Math.min(high, Math.max(low, scale.fromScale(position)));

/** Nothing that is measured in seconds or shares is so small. */
const NOTHING = 1e-12;

/** Rounded to the digits that are stored. */
export const rounded = (value: number): number =>
  Math.abs(value) < NOTHING ? 0 : Number(value.toPrecision(3));
