import type { Criterion } from "./criterion.ts";

export const software: Criterion = {
  id: "software",
  title: "Software maturity",
  unit: "0–1",
  description:
    "Maturity of the software stacks that the plan uses, least over the tasks: documentation, model coverage, years in production, community. Half of it where new releases leave the chip out. Worst: 0. Best: 1.",
  direction: "max",
  scale: "linear",
  why: "The scale is an index of equal steps already.",
  range: () => ({ worst: 0, best: 1 }),
  measure({ plan, stacks, family }) {
    const used = plan.tasks.map(({ stackId }) => stacks.find(({ id }) => id === stackId));
    const known = used.filter((stack) => stack !== undefined);
    const [first, ...rest] = known;
    if (first === undefined || known.length < used.length) {
      return { value: null, notes: ["A stack that the plan uses is not in the catalogue."] };
    }
    const least = rest.reduce((low, next) => (next.maturity < low.maturity ? next : low), first);
    const reason = `${least.name}: ${least.maturityReason}`;
    const end = family?.supportEnd;
    if (end === undefined) return { value: least.maturity, notes: [reason] };
    return {
      value: least.maturity * FROZEN_SHARE,
      notes: [reason, `Halved, because since ${end.date} ${end.reason}.`],
    };
  },
};

/** The last release that knows the chip goes on running; new models, fixes and security updates do not come. A judgement. */
const FROZEN_SHARE = 0.5;
