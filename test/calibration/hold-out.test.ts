import { describe, expect, it } from "vitest";
import { fit } from "../../src/calibration/fit.ts";
import {
  withoutChips,
  withoutFamilies,
  withoutSources,
  withoutStacks,
  type Setting,
} from "../../src/calibration/hold-out.ts";
import { familyOwner, stackOwner, type Values } from "../../src/calibration/parameters.ts";
import { jobsOf, parameters, predict, PRIORS, secondsOf, valuesWith, type Job } from "./toy.ts";

const TRUTH = valuesWith({
  "family/x": { matmulShare: 0.8 },
  "family/y": { matmulShare: 0.3 },
  "stack/t": { stepOverheadSeconds: 9e-3 },
});

const INHERITED = { ...PRIORS.get(familyOwner("x")), matmulShare: 0.55 };

/** What stacks are taken for that nobody knows. */
const UNKNOWN: Values = new Map(
  ["s", "t"].map((id) => {
    const owner = stackOwner(id);
    return [owner, { ...PRIORS.get(owner), computeShare: 0.7 }];
  }),
);

/** Two chips of family x, one of y; stack t runs on y1 only. */
const CHIPS = [
  { chip: "x1", family: "x", stacks: ["s"] },
  { chip: "x2", family: "x", stacks: ["s"] },
  { chip: "y1", family: "y", stacks: ["s", "t"] },
];

/** Rows of x2 that say the opposite of x1's: 8 times as slow. */
function contradicting(): Job[] {
  return jobsOf(TRUTH, CHIPS).map((job) =>
    job.chip === "x2" ? { ...job, seconds: 8 * job.seconds } : job,
  );
}

function settingOf(observations: readonly Job[]): Setting<Job> {
  const full = fit({ observations, parameters, predict }, PRIORS, { strength: 0.01, sweeps: 30 });
  return {
    observations,
    parameters,
    predict,
    priors: PRIORS,
    unknownStacks: UNKNOWN,
    inherited: () => INHERITED,
    full,
    strength: 0.01,
    sweeps: 30,
  };
}

describe("predictions of a chip without its rows", () => {
  const setting = settingOf(contradicting());
  const { chips: blind } = withoutChips(setting);

  it("are made once for every row", () => {
    expect(blind.map(({ observation }) => observation).toSorted(byId)).toEqual(
      [...setting.observations].toSorted(byId),
    );
  });

  it("rest on the other chips of the family", () => {
    const large = blind.find(
      ({ observation }) => observation.chip === "x2" && observation.operations === 1,
    );
    // x1 alone says that x2 is 8 times as fast as its rows do.
    expect(large?.chip).toBe("family");
    expect(large?.logRatio).toBeCloseTo(-Math.log(8), 0);
  });

  it("do not depend on the rows that they are compared with", () => {
    const slower = contradicting().map((job) =>
      job.chip === "x2" ? { ...job, seconds: 1.5 * job.seconds } : job,
    );
    // With the stack held, the refit of family x for x2 sees x1's rows alone.
    const shared = { ...setting, observations: slower };
    const again = withoutChips(shared).chips.filter(({ observation }) => observation.chip === "x2");
    const before = blind.filter(({ observation }) => observation.chip === "x2");
    again.forEach(({ logRatio }, index) => {
      expect(logRatio).toBeCloseTo((before[index]?.logRatio ?? 0) - Math.log(1.5), 9);
    });
  });

  it("inherit where no other chip of the family was measured, and do not know a stack that only this chip had", () => {
    const own = blind.filter(({ observation }) => observation.chip === "y1");
    const onlyHere = own.filter(({ observation }) => observation.stack === "t");
    expect(own.every(({ chip }) => chip === "class")).toBe(true);
    expect(onlyHere.every(({ stackKnown }) => !stackKnown)).toBe(true);
    for (const { observation, logRatio } of onlyHere) {
      const values = new Map([...PRIORS, ...UNKNOWN]).set(familyOwner("y"), INHERITED);
      expect(logRatio).toBeCloseTo(
        Math.log(secondsOf(observation, values) / observation.seconds),
        9,
      );
    }
  });
});

describe("predictions of a chip and a stack that nobody knows", () => {
  const setting = settingOf(jobsOf(TRUTH, CHIPS));
  const { chips, chipsAndStacks } = withoutChips(setting);

  it("differ from those on a known stack by what the stack's fit is worth", () => {
    // A large job takes operations / (family's share · stack's share): the family's part is the same in both.
    const large = ({ observation }: (typeof chips)[number]): boolean =>
      observation.operations === 1 && observation.chip === "x2";
    const fitted = setting.full.values.get(stackOwner("s"))?.["computeShare"] ?? 0;
    const difference =
      (chipsAndStacks.find(large)?.logRatio ?? 0) - (chips.find(large)?.logRatio ?? 0);
    expect(difference).toBeCloseTo(Math.log(fitted / 0.7), 2);
    expect(chipsAndStacks.every(({ stackKnown }) => !stackKnown)).toBe(true);
  });
});

describe("predictions without a whole family or stack", () => {
  const setting = settingOf(jobsOf(TRUTH, CHIPS));

  it("use what the family inherits, with the stack as fitted", () => {
    for (const { observation, logRatio, chip } of withoutFamilies(setting)) {
      const values = new Map(setting.full.values).set(familyOwner(observation.family), INHERITED);
      expect(chip).toBe("class");
      expect(logRatio).toBe(predict([observation], values)[0]);
    }
  });

  it("know nothing of the stack, with the family as fitted", () => {
    for (const { observation, logRatio, stackKnown } of withoutStacks(setting)) {
      const owner = stackOwner(observation.stack);
      const values = new Map(setting.full.values).set(owner, UNKNOWN.get(owner) ?? {});
      expect(stackKnown).toBe(false);
      expect(logRatio).toBe(predict([observation], values)[0]);
    }
  });
});

describe("predictions without a part of the sources", () => {
  const setting = settingOf(jobsOf(TRUTH, CHIPS));
  const folds = withoutSources(setting, 3);

  it("hold out every row once and refit as often as there are parts", () => {
    expect(folds.values).toHaveLength(3);
    expect(folds.blind).toHaveLength(setting.observations.length);
  });

  it("find the truth from the rest", () => {
    for (const { logRatio } of folds.blind) expect(Math.abs(logRatio)).toBeLessThan(0.25);
  });

  it("say so when a chip has no rows left", () => {
    const lone = setting.observations.map((job) => ({ ...job, source: job.chip }));
    const found = withoutSources({ ...setting, observations: lone }, 3).blind;
    const evidence = new Map(found.map(({ observation, chip }) => [observation.chip, chip]));
    expect(Object.fromEntries(evidence)).toEqual({ x1: "family", x2: "family", y1: "class" });
  });
});

function byId(a: Job, b: Job): number {
  const idOf = ({ chip, stack, operations }: Job): string => `${chip}/${stack}/${operations}`;
  return idOf(a) < idOf(b) ? -1 : 1;
}
