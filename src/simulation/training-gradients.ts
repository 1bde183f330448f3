import type { CollectiveKind } from "../workload/types.ts";
import { copyGroup, groupTime, type CopyGroup } from "./collective-time.ts";
import type { Device } from "./device.ts";
import { expertCopiesOf, stageParameters, stateBytes } from "./training-states.ts";
import type { TrainingLayout, TrainingSetup } from "./training-step.ts";

/** Compute of a step behind which gradients and weights travel, seconds. */
export interface Cover {
  microBatches: number;
  /** Forward and backward of one micro-batch. */
  pass: number;
  bubble: number;
}

/** What passes between the copies of the weights of one chip, seconds when nothing hides it. */
interface CopyTraffic {
  /** All gradients summed; half of it scatters the sums over the copies. */
  reduce: number;
  /** Weights gathered: all, and those that are trained. */
  gather: number;
  gatherTrained: number;
}

/** Seconds of a step that the copies of the weights spend on each other, and that compute does not hide. */
export function exposedGradientSeconds(
  setup: TrainingSetup,
  { sharding, zeroStage }: TrainingLayout,
  cover: Cover,
): number {
  const { program, device, trainableShare } = setup;
  const group = copyGroup(sharding, device);
  if (group.size <= 1) return 0;
  const { dense, experts } = stageParameters(program, sharding);
  const { weight, gradient } = stateBytes(setup);
  const expertCopies = sharding.expert > sharding.tensor ? expertCopiesOf(sharding) : null;
  const seconds = (kind: CollectiveKind, bytes: number): number =>
    copiesSeconds(kind, bytes * dense, bytes * experts, group, expertCopies, device);
  const traffic = {
    reduce: seconds("all-reduce", trainableShare * gradient),
    gather: seconds("all-gather", weight),
    gatherTrained: seconds("all-gather", trainableShare * weight),
  };
  return exposedSeconds(zeroStage, traffic, cover, device.stack.collectiveOverlap);
}

/**
 * Time of one collective over all copies. Experts that lie on several replicas have copies of their own, fewer of them, and pass theirs
 * apart from the rest.
 *
 * @param expertCopies null where experts have as many copies as everything else
 */
export function copiesSeconds(
  kind: CollectiveKind,
  denseBytes: number,
  expertBytes: number,
  { size, span, inside }: CopyGroup,
  expertCopies: number | null,
  device: Device,
): number {
  if (expertCopies === null) {
    return groupTime(kind, denseBytes + expertBytes, size, span, device, inside);
  }
  return (
    groupTime(kind, denseBytes, size, span, device, inside) +
    groupTime(kind, expertBytes, expertCopies, span, device)
  );
}

function exposedSeconds(
  zeroStage: TrainingLayout["zeroStage"],
  { reduce, gather, gatherTrained }: CopyTraffic,
  { microBatches, pass, bubble }: Cover,
  overlap: number,
): number {
  const shown = (seconds: number, behind: number): number =>
    seconds - Math.min(overlap * seconds, behind);
  switch (zeroStage) {
    case 0:
      // Gradients are summed while the last micro-batch passes backward and the pipeline drains.
      return shown(reduce, pass + bubble);
    case 1:
      // They are scattered then, and new weights gathered while the first micro-batch passes forward and the pipeline fills.
      return shown(reduce / 2 + gatherTrained, pass + bubble);
    case 2:
      // Nobody has room for all gradients: every micro-batch scatters its own (Rajbhandari et al. 2020, section 5.2).
      return (
        (microBatches - 1) * shown(reduce / 2, pass) +
        shown(reduce / 2 + gatherTrained, pass + bubble)
      );
    case 3:
      // Every micro-batch gathers the weights for its forward and again for its backward pass as well (section 7.2.2).
      return microBatches * shown(2 * gather + reduce / 2, pass);
    default:
      return zeroStage satisfies never;
  }
}
