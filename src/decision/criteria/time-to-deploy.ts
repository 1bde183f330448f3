import { leadTime } from "../../economics/lead-time.ts";
import type { Criterion } from "./criterion.ts";

const WEEKS_PER_YEAR = 52;

export const timeToDeploy: Criterion = {
  id: "time-to-deploy",
  title: "Time to deploy",
  unit: "weeks",
  description:
    "Weeks until the hardware is there: until an announced chip is on sale (in years), and from order to delivery; rented hardware is there at once. Worst: a year. Best: at once. Equal times are worth the same. Porting and acceptance tests are not counted: software maturity stands for them.",
  direction: "min",
  scale: "linear",
  why: "A week of waiting costs the same whether it is the first or the last; what comes after a year misses the plan.",
  range: () => ({ worst: WEEKS_PER_YEAR, best: 0 }),
  measure({ chip, system, plan }, { references }) {
    const { weeks, source } = leadTime(system.kind, plan.ownership);
    const announced =
      plan.ownership === "rent" ? 0 : Math.max(0, chip.year - references.catalogYear);
    const notes = plan.ownership === "rent" ? [] : [`Delivery: ${source}.`];
    if (announced > 0) notes.unshift(`It is announced for ${chip.year}.`);
    return { value: announced * WEEKS_PER_YEAR + weeks, notes };
  },
};
