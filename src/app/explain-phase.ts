import type { CollectiveCost, OperatorCost, Phase, PhaseName } from "../report/explain-types.ts";
import { bytesPerElement, collectiveTime } from "../simulation/collective-time.ts";
import type { Device } from "../simulation/device.ts";
import type { Formats } from "../simulation/formats.ts";
import { operatorFormats } from "../simulation/wide-weights.ts";
import { operatorTime } from "../simulation/operator-time.ts";
import { stepTime } from "../simulation/step-time.ts";
import type { Collective, Operator, Sharding, Step } from "../workload/types.ts";

/** One step with the time of each of its parts; the same arithmetic as `stepTime`, kept instead of summed. */
export function explainPhase(
  name: PhaseName,
  work: string,
  step: Step,
  device: Device,
  formats: Formats,
  sharding: Sharding,
  resident: number,
): Phase {
  const total = stepTime(step, device, formats, sharding, resident);
  const operators = step.operators.map((operator) =>
    operatorCost(operator, device, formats, resident, total.seconds),
  );
  const bytes = operators.reduce((sum, operator) => sum + operator.bytes, 0);
  const peak = device.peakOpsPerSecond[formats.compute] ?? 0;
  const reachable = device.reachableOpsPerSecond[formats.compute] ?? 0;
  return {
    name,
    work,
    seconds: total.seconds,
    operators,
    collectives: step.collectives.map((collective) =>
      collectiveCost(collective, device, formats, sharding, total.seconds),
    ),
    overheadSeconds: total.overheadSeconds,
    roofline: {
      peakOperationsPerSecond: peak,
      reachableOperationsPerSecond: reachable,
      peakBytesPerSecond: device.chip.memory.bandwidthBytesPerSecond,
      reachableBytesPerSecond: device.memoryBytesPerSecond,
      operationsPerByte: total.operations / bytes,
      ridgeOperationsPerByte: reachable / device.memoryBytesPerSecond,
      achievedOperationsPerSecond: total.operations / total.seconds,
      achievedBytesPerSecond: bytes / total.seconds,
    },
  };
}

function operatorCost(
  operator: Operator,
  device: Device,
  formats: Formats,
  resident: number,
  stepSeconds: number,
): OperatorCost {
  const time = operatorTime(operator, device, formats, resident);
  const { count } = operator;
  // Launches are shown as overhead of the step, once.
  const seconds = count * (time.seconds - time.launchSeconds);
  const used = operatorFormats(operator, formats);
  const bytes =
    operator.weightElements * used.weightBytes +
    operator.activationElements * used.activationBytes +
    operator.cacheElements * formats.cacheBytes;
  return {
    name: operator.name,
    kind: operator.kind,
    count,
    seconds,
    share: seconds / stepSeconds,
    boundBy: time.computeSeconds >= time.memorySeconds ? "compute" : "memory-bandwidth",
    operations: count * operator.operations,
    bytes: count * bytes,
  };
}

function collectiveCost(
  collective: Collective,
  device: Device,
  formats: Formats,
  sharding: Sharding,
  stepSeconds: number,
): CollectiveCost {
  const exposed = 1 - device.stack.collectiveOverlap;
  const seconds =
    exposed * collective.count * collectiveTime(collective, device, formats, sharding);
  return {
    name: collective.name,
    kind: collective.kind,
    group: collective.group,
    count: collective.count,
    seconds,
    share: seconds / stepSeconds,
    bytes: collective.count * collective.elements * bytesPerElement(collective, formats),
  };
}
