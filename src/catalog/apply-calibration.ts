import { FAMILY_KEYS, STACK_KEYS, type Calibration } from "./calibration.ts";
import type { FamilyProfile } from "./read-family.ts";
import type { Stack } from "./types.ts";

type Values<Key extends string> = Partial<Record<Key, number>>;

/**
 * Profiles with the fitted values in place of their own, the classes with the centres of their families. Families that
 * were fitted say so in `basis`.
 */
export function withFittedFamilies(
  profiles: readonly FamilyProfile[],
  { families, classes }: Pick<Calibration, "families" | "classes">,
): FamilyProfile[] {
  return profiles.map((profile) => {
    const fitted = valuesOf(FAMILY_KEYS, families[profile.id] ?? {});
    const centre = profile.parent === null ? (classes[profile.class] ?? {}) : {};
    const isFitted = Object.keys(fitted).length > 0;
    return {
      ...profile,
      ...centre,
      ...fitted,
      basis: isFitted ? "fitted" : profile.basis,
    };
  });
}

export function withFittedStacks(
  stacks: readonly Stack[],
  { stacks: fitted }: Pick<Calibration, "stacks">,
): Stack[] {
  return stacks.map((stack) => ({ ...stack, ...valuesOf(STACK_KEYS, fitted[stack.id] ?? {}) }));
}

/**
 * Profiles without the values that somebody read off measurements by hand (basis "fitted"), tiles and classes apart: what is
 * known of a family before it is fitted.
 */
export function withoutHandFits(profiles: readonly FamilyProfile[]): FamilyProfile[] {
  return profiles.map((profile) => {
    if (profile.basis !== "fitted" || profile.parent === null) return profile;
    const nothing = Object.fromEntries(FAMILY_KEYS.map((key) => [key, null]));
    return { ...profile, ...nothing };
  });
}

function valuesOf<Key extends string>(
  keys: readonly Key[],
  fitted: Readonly<Partial<Record<Key, { value: number }>>>,
): Values<Key> {
  const values: Values<Key> = {};
  for (const key of keys) {
    const found = fitted[key];
    if (found) values[key] = found.value;
  }
  return values;
}
