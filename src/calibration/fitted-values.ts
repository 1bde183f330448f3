import {
  FAMILY_KEYS,
  STACK_KEYS,
  type Calibration,
  type FittedValue,
} from "../catalog/calibration.ts";
import type { FamilyProfile } from "../catalog/read-family.ts";
import type { Fit } from "./fit.ts";
import { valueOf, type Owner, type Parameter, type Values } from "./parameters.ts";
import { classCentres } from "./priors.ts";

/** Values that rows moved, each with its range over the refits, and the centres of classes. */
export function fitsOf(
  { values, moved }: Fit,
  parameters: readonly Parameter[],
  profiles: readonly FamilyProfile[],
  refits: readonly Values[],
): Pick<Calibration, "families" | "stacks" | "classes"> {
  const found = new Map<Owner, Record<string, FittedValue>>();
  for (const parameter of parameters) {
    if (!moved.has(parameter)) continue;
    const { owner, key } = parameter;
    const value = valueOf(parameter, values);
    const others = refits.map((refit) => refit.get(owner)?.[key] ?? value);
    const fittedValue = {
      value,
      low: Math.min(value, ...others),
      high: Math.max(value, ...others),
    };
    found.set(owner, { ...found.get(owner), [key]: fittedValue });
  }
  const part = <Key extends string>(
    kind: "family" | "stack",
    keys: readonly Key[],
  ): Record<string, Partial<Record<Key, FittedValue>>> =>
    Object.fromEntries(
      [...found].flatMap(([owner, all]) =>
        owner.startsWith(`${kind}/`) ? [[owner.slice(kind.length + 1), pick(all, keys)]] : [],
      ),
    );
  const families = part("family", FAMILY_KEYS);
  return { families, stacks: part("stack", STACK_KEYS), classes: classCentres(profiles, families) };
}

function pick<Key extends string, T>(
  all: Readonly<Record<string, T>>,
  keys: readonly Key[],
): Partial<Record<Key, T>> {
  const picked: Partial<Record<Key, T>> = {};
  for (const key of keys) {
    const value = all[key];
    if (value !== undefined) picked[key] = value;
  }
  return picked;
}

/** How many there are of each key, in the order of the keys. */
export function counts<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const found = new Map<string, number>();
  for (const one of items) found.set(keyOf(one), (found.get(keyOf(one)) ?? 0) + 1);
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
