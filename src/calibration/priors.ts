import { withFittedFamilies, withoutHandFits } from "../catalog/apply-calibration.ts";
import {
  FAMILY_KEYS,
  STACK_KEYS,
  type Calibration,
  type FamilyKey,
  type StackKey,
} from "../catalog/calibration.ts";
import type { FamilyProfile } from "../catalog/read-family.ts";
import { resolveFamilies } from "../catalog/resolve-families.ts";
import type { ChipClass, Stack, StackPhase } from "../catalog/types.ts";
import { median } from "../units/statistics.ts";
import { FAMILY_RANGES, familyOwner, rounded, stackOwner, type Values } from "./parameters.ts";

type StackValues = Readonly<Record<StackKey, number>>;

/** A small all-reduce takes 10–20 µs, most of it launch (nccl-tests). */
const COLLECTIVES = { collectiveOverheadSeconds: 8e-6 };

/** As where all stacks share one value (catalog/read-stack.ts). */
const EXPERTS = { expertShare: 0.6 };

/**
 * A stack of which nobody knows anything but what it is for: near the medians of the profiles of stacks for the same phase (2026-07, before anything
 * was fitted). Serving engines schedule and sample on the host between steps; compiled engines for one-shot networks and
 * training compilers launch whole graphs. Kernels that were not tuned by the chip's maker reach nine tenths of the best.
 */
const UNKNOWN_STACKS: Readonly<Record<StackPhase, StackValues>> = {
  "llm-inference": {
    ...COLLECTIVES,
    ...EXPERTS,
    computeShare: 0.9,
    bandwidthShare: 0.9,
    collectiveOverlap: 0.1,
    stepOverheadSeconds: 5e-4,
    sequenceOverheadSeconds: 5e-6,
    kernelOverheadSeconds: 1e-6,
  },
  inference: {
    ...COLLECTIVES,
    ...EXPERTS,
    computeShare: 0.9,
    bandwidthShare: 0.9,
    collectiveOverlap: 0.1,
    stepOverheadSeconds: 1e-4,
    sequenceOverheadSeconds: 1e-6,
    kernelOverheadSeconds: 1e-6,
  },
  training: {
    ...COLLECTIVES,
    ...EXPERTS,
    computeShare: 0.9,
    bandwidthShare: 0.9,
    collectiveOverlap: 0.6,
    stepOverheadSeconds: 2e-3,
    sequenceOverheadSeconds: 1e-6,
    kernelOverheadSeconds: 5e-7,
  },
};

/** Values of families before any fit: what their profiles publish, else the nearest ancestor's, the class last. */
export function familyPriors(profiles: readonly FamilyProfile[]): Values {
  return familyValues(withoutHandFits(profiles));
}

/** Values of stacks before any fit: what their profiles estimate. A previous fit has no part in it. */
export function stackPriors(stacks: readonly Stack[]): Values {
  return new Map(
    stacks.map((stack) => [
      stackOwner(stack.id),
      Object.fromEntries(STACK_KEYS.map((key) => [key, stack[key]])),
    ]),
  );
}

/**
 * Values that take no account of the stack's profile, whose estimates were made with its measurements in sight: for predictions that
 * pretend not to know the stack.
 */
export function unknownStacks(stacks: readonly Stack[]): Values {
  return new Map(
    stacks.map(({ id, phases }) => [stackOwner(id), UNKNOWN_STACKS[phases[0] ?? "inference"]]),
  );
}

/** What the families would be after a calibration: fitted, or inherited from fitted ancestors and centres of classes. */
export function calibratedFamilies(
  profiles: readonly FamilyProfile[],
  calibration: Pick<Calibration, "families" | "classes">,
): Values {
  return familyValues(withFittedFamilies(withoutHandFits(profiles), calibration));
}

function familyValues(profiles: readonly FamilyProfile[]): Values {
  return new Map(
    resolveFamilies(profiles).map((family) => [
      familyOwner(family.id),
      Object.fromEntries(FAMILY_KEYS.map((key) => [key, family[key]])),
    ]),
  );
}

/**
 * Robust centre of a class: for each parameter the median, on the parameter's scale, of its fitted families and of the
 * published value, which counts as one of them.
 */
export function classCentres(
  profiles: readonly FamilyProfile[],
  families: Calibration["families"],
): Calibration["classes"] {
  const centres: Partial<Record<ChipClass, Partial<Record<FamilyKey, number>>>> = {};
  for (const root of profiles.filter(({ parent }) => parent === null)) {
    const centre: Partial<Record<FamilyKey, number>> = {};
    const members = profiles.filter((profile) => profile.class === root.class);
    for (const key of FAMILY_KEYS) {
      const published = root[key];
      const fitted = members.flatMap(({ id }) => families[id]?.[key]?.value ?? []);
      if (published === null || fitted.length === 0) continue;
      const { scale } = FAMILY_RANGES[key];
      const middle = median([published, ...fitted].map((value) => scale.toScale(value)));
      if (middle !== null) centre[key] = rounded(scale.fromScale(middle));
    }
    if (Object.keys(centre).length > 0) centres[root.class] = centre;
  }
  return centres;
}
