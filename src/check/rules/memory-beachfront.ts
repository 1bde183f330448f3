import { above } from "./finding.ts";
import { largestDie } from "./die.ts";
import type { Rule } from "./rule.ts";

/**
 * Die edge that one stack of HBM takes: A100 and H100 place three along one 33 mm side of a die of nearly the full reticle (26 × 33
 * mm, economics.yaml reticle_limit).
 */
const EDGE_MILLIMETRES = 11;

/** A die whose sides nobody states is taken to have the shape of the reticle, 26 × 33. */
const LONG_SIDE_RATIO = 33 / 26;

export const memoryBeachfront: Rule = {
  code: "CS3003",
  id: "memory-beachfront",
  title: "more HBM than die edge",
  level: "error",
  explanation:
    "A stack of HBM needs about 11 mm of die edge: three stand along the 33 mm side of A100 and H100. Two sides of each die carry memory at most; the others are needed for links and neighbours. More stacks than that cannot be reached.",
  check: ({ spec: { chip, silicon } }) => {
    const stacks = silicon.memoryStacks;
    const area = largestDie(chip, silicon);
    if (stacks === null || area === null) return [];
    const sides = silicon.dieSidesMillimetres;
    const side = sides ? Math.max(...sides) : Math.sqrt(area * LONG_SIDE_RATIO);
    const dies = chip.process.diesPerPackage ?? 1;
    const limit = dies * 2 * Math.floor(side / EDGE_MILLIMETRES + 1e-9);
    if (stacks <= limit) return [];
    const edge = `${dies} ${dies === 1 ? "die" : "dies"} with two sides of ${side.toFixed(1)} mm`;
    const needed = (stacks / dies / 2) * EDGE_MILLIMETRES;
    return [
      above({
        path: ["memory", "stacks"],
        value: stacks,
        limit,
        dimension: "count",
        unit: "",
        message: `${stacks} stacks of HBM do not fit along ${edge}: ${EDGE_MILLIMETRES} mm each leave room for ${limit}`,
        help: `memory.stacks ≤ ${limit} would pass, or dies with a side of ${Math.ceil(needed)} mm`,
      }),
    ];
  },
};
