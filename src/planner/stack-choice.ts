import type { PrecisionChoice, Task } from "../input/workload-types.ts";
import type { Device } from "../simulation/device.ts";
import { oneShotPoint } from "../simulation/one-shot.ts";
import { servingBase, servingChips, servingPoint } from "../simulation/serving.ts";
import { chipsPerReplica, type Program } from "../workload/program.ts";
import { formatOptions, type FormatOption } from "./format-options.ts";
import { NO_PINS } from "./pins.ts";
import { servingShardings } from "./shardings.ts";

/** How much more a stack must serve on the same chips before it takes the place of a better supported one. */
const WORTH_A_CHANGE = 1.25;
/** Sequences or samples of the comparison: stacks differ both in fixed times and in kernels at such sizes. */
const BATCH = 32;

/**
 * Devices of one chip, which differ in their stack, in the order in which number formats take them: best supported first, but a
 * stack that serves clearly more goes before. One layout and batch are compared, so that planning stays quick.
 */
export function byServing(
  devices: readonly Device[],
  task: Task,
  program: Program,
  choice: PrecisionChoice,
): readonly Device[] {
  const [first, ...others] = devices;
  if (first === undefined || others.length === 0) return devices;
  const worthATry = others.filter((other) => mayBeQuicker(other, first));
  if (worthATry.length === 0) return devices;
  const rateOf = (device: Device): number =>
    Math.max(0, ...formatOptions([device], choice).map((option) => rate(option, task, program)));
  const best = worthATry.reduce(
    (top, device) => {
      const found = rateOf(device);
      return found > WORTH_A_CHANGE * top.rate ? { device, rate: found } : top;
    },
    { device: first, rate: rateOf(first) },
  );
  return best.device === first
    ? devices
    : [best.device, ...devices.filter((device) => device !== best.device)];
}

/** Kernels, links or host times that are clearly better; saves the comparison for stacks that cannot win it. */
function mayBeQuicker({ stack: a }: Device, { stack: b }: Device): boolean {
  const overhead = ({ stepOverheadSeconds, sequenceOverheadSeconds }: Device["stack"]): number =>
    stepOverheadSeconds + BATCH * sequenceOverheadSeconds;
  return (
    a.computeShare > WORTH_A_CHANGE * b.computeShare ||
    a.bandwidthShare > WORTH_A_CHANGE * b.bandwidthShare ||
    a.linkShare > WORTH_A_CHANGE * b.linkShare ||
    WORTH_A_CHANGE * overhead(a) < overhead(b)
  );
}

/** Requests per second and chip on the smallest layout that holds the model; 0 where none does. */
function rate(option: FormatOption, task: Task, program: Program): number {
  const [sharding] = servingShardings(program, option, NO_PINS);
  if (task.kind !== "inference" || sharding === undefined) return 0;
  const { device, formats } = option;
  const inputTokens = task.inputLength.mean;
  if (program.kind === "generative") {
    const outputTokens = Math.max(1, task.outputLength.mean);
    const base = servingBase({ program, device, formats, sharding, inputTokens, outputTokens });
    const batch = Math.max(1, Math.min(BATCH, base.largestBatch));
    return servingPoint(base, batch).requestsPerSecond / servingChips(base);
  }
  const setup = { program, device, formats, sharding, length: inputTokens, samplesPerRequest: 1 };
  const point = oneShotPoint({ ...setup, steps: task.steps }, BATCH);
  return point.requestsPerSecond / chipsPerReplica(sharding);
}
