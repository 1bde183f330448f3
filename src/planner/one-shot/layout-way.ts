import { oneShotChips, type OneShotPoint } from "../../simulation/one-shot.ts";
import { arrivalsPerSecond } from "../demand.ts";
import type { Pins } from "../pins.ts";
import { cheapest, smallest, type Way } from "../task-option.ts";
import { batchSizes } from "./batches.ts";
import { fillsInTime, workMeetsLimit } from "./limits.ts";
import { batchesSeconds, type OneShotServing } from "./serving.ts";
import { sharedPoints } from "./shared-points.ts";
import { bestReplicas } from "./size.ts";

/** What a layout's batches have in common. */
type Layout = Omit<OneShotServing, "point" | "demand" | "demandFactor">;

/** One layout with its batch sizes, each simulated when it may be the best. */
export function layoutWay(layout: Layout, pins: Pins): Way {
  const { task, setup } = layout;
  const sizes = batchSizes(task, pins);
  const pointAt = sharedPoints(setup, sizes, pins);
  const known: BatchWay[] = [];
  const wayAt = (index: number): BatchWay | undefined => {
    const point = known[index] ? undefined : pointAt(index);
    if (point) known[index] = batchWay(layout, point, pins);
    return known[index];
  };
  /** The batches that may meet the limit on latency: they fill soon enough, and none before them takes too long for a whole request. */
  const inTime = (demandFactor: number): readonly BatchWay[] => {
    const ways: BatchWay[] = [];
    for (const [index, batch] of sizes.entries()) {
      const way = fillsInTime(layout, batch, demandFactor) ? wayAt(index) : undefined;
      if (way === undefined) break;
      ways.push(way);
      if (way.isSlow) break;
    }
    return ways;
  };
  const all = (): readonly BatchWay[] => sizes.flatMap((_, index) => wayAt(index) ?? []);
  return {
    leastChips: oneShotChips(setup),
    leastMiss: 0,
    least: (demandFactor) => smallest(inTime(demandFactor), demandFactor),
    size(demandFactor, most) {
      const { feasible } = cheapest(inTime(demandFactor), demandFactor, most);
      // A miss is worth showing only while nothing is known to meet the limits.
      if (feasible || Number.isFinite(most.chips)) return feasible;
      return cheapest(all(), demandFactor, most).nearestMiss;
    },
  };
}

interface BatchWay extends Way {
  /** Whether a request takes longer than its limit, as it then does in larger batches too. */
  isSlow: boolean;
}

function batchWay(
  { task, setup, option, head }: Layout,
  point: OneShotPoint,
  pins: Pins,
): BatchWay {
  const leastChips = oneShotChips(setup);
  const responseSeconds = batchesSeconds(setup, point);
  return {
    leastChips,
    leastMiss: 0,
    isSlow: point.batch >= setup.samplesPerRequest && !workMeetsLimit({ task, setup, point }),
    least(demandFactor) {
      const demand = arrivalsPerSecond(task, demandFactor, responseSeconds);
      const replicas = demand / point.requestsPerSecond;
      const chips = leastChips * Math.max(1, Math.ceil(replicas - 1e-9));
      return { chips, chipShare: leastChips === 1 ? replicas : chips };
    },
    size(demandFactor) {
      const demand = arrivalsPerSecond(task, demandFactor, responseSeconds);
      return bestReplicas({ task, setup, point, option, head, demand, demandFactor }, pins);
    },
  };
}
