import type { Device } from "../simulation/device.ts";

/** A stack that is no more than this quicker is left to the best supported one. */
const CLEARLY = 1.1;
/** A step on the family's best kernels, half of it arithmetic and half memory, and what goes with it: 80 layers over a few chips. */
const STEP = { kernelSeconds: 0.02, sequences: 32, collectives: 160 };

/**
 * Of the devices of one chip, best supported stack first, the one that deserves plans beside the first's: the quickest on a typical
 * step, if clearly quicker. Which of the two is cheaper depends on layout and limits, so the plans decide; a third one
 * seldom wins and costs as much time again. Null where the first has no rival.
 */
export function rivalOf([first, ...others]: readonly Device[]): Device | null {
  if (first === undefined) return null;
  const quickest = others.reduce(
    (best, device) => (stepSeconds(device) < stepSeconds(best) ? device : best),
    first,
  );
  return CLEARLY * stepSeconds(quickest) < stepSeconds(first) ? quickest : null;
}

function stepSeconds({ stack }: Device): number {
  const kernels = (0.5 / stack.computeShare + 0.5 / stack.bandwidthShare) * STEP.kernelSeconds;
  const host = stack.stepOverheadSeconds + STEP.sequences * stack.sequenceOverheadSeconds;
  return kernels + host + STEP.collectives * stack.collectiveOverheadSeconds;
}
