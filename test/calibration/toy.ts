import type { HeldOut } from "../../src/calibration/hold-out.ts";
import type { Predict } from "../../src/calibration/fit.ts";
import {
  familyOwner,
  parametersOf,
  stackOwner,
  type Parameter,
  type Values,
} from "../../src/calibration/parameters.ts";

/**
 * A world with known truth: a job takes operations / (family's multiply share · stack's compute share) + the stack's step
 * overhead, in units of one second. Small stand-in for the simulation, so that tests know every answer.
 */
export interface Job extends HeldOut {
  operations: number;
  seconds: number;
}

function familyPrior(matmulShare: number): Record<string, number> {
  return {
    matmulShare,
    bandwidthShare: 0.8,
    vectorShare: 0.5,
    attentionShare: 0.7,
    narrowShare: 0.9,
    depthwiseShare: 0.02,
    linkShare: 0.8,
    launchSeconds: 3e-6,
  };
}

const STACK = {
  computeShare: 0.9,
  bandwidthShare: 0.9,
  collectiveOverlap: 0.1,
  collectiveOverheadSeconds: 8e-6,
  stepOverheadSeconds: 1e-3,
  sequenceOverheadSeconds: 5e-6,
  expertShare: 0.6,
  kernelOverheadSeconds: 1e-6,
};

export const PRIORS: Values = new Map([
  ...["x", "y", "z"].map((id) => [familyOwner(id), familyPrior(0.5)] as const),
  ...["s", "t"].map((id) => [stackOwner(id), STACK] as const),
]);

export const parameters: readonly Parameter[] = [...PRIORS].flatMap(([owner, priors]) =>
  parametersOf(owner, priors),
);

/** The priors with some of the values replaced: `{"family/x": {matmulShare: 0.8}}`. */
export function valuesWith(changed: Readonly<Record<string, Record<string, number>>>): Values {
  return new Map([...PRIORS].map(([owner, values]) => [owner, { ...values, ...changed[owner] }]));
}

export function secondsOf(
  { operations, family, stack }: Pick<Job, "operations" | "family" | "stack">,
  values: Values,
): number {
  const share = values.get(familyOwner(family))?.["matmulShare"] ?? Number.NaN;
  const { computeShare = Number.NaN, stepOverheadSeconds = Number.NaN } =
    values.get(stackOwner(stack)) ?? {};
  return operations / (share * computeShare) + stepOverheadSeconds;
}

export const predict: Predict<Job> = (jobs, values) =>
  jobs.map((job) => Math.log(secondsOf(job, values) / job.seconds));

/** Jobs of several sizes on every chip under every stack, timed by the truth times exp(noise). */
export function jobsOf(
  truth: Values,
  chips: readonly { chip: string; family: string; stacks: readonly string[] }[],
  noise: (index: number) => number = () => 0,
): Job[] {
  const jobs: Job[] = [];
  for (const { chip, family, stacks } of chips) {
    for (const stack of stacks) {
      for (const operations of [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 0.1, 1]) {
        const seconds =
          secondsOf({ operations, family, stack }, truth) * Math.exp(noise(jobs.length));
        jobs.push({
          chip,
          family,
          stack,
          operations,
          seconds,
          source: `${chip} ${operations}`,
          owners: [familyOwner(family), stackOwner(stack)],
          weight: 1,
        });
      }
    }
  }
  return jobs;
}
