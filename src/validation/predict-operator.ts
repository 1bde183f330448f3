import { collectiveTime } from "../simulation/collective-time.ts";
import type { Device } from "../simulation/device.ts";
import { resolveFormats, type Formats } from "../simulation/formats.ts";
import { operatorTime } from "../simulation/operator-time.ts";
import { matmul, vector } from "../workload/operators.ts";
import { UNSHARDED, type Operator } from "../workload/types.ts";
import type { Bench } from "./bench.ts";
import { crudeCollectiveSeconds, crudeSeconds, KERNEL_LAYERS } from "./crude.ts";
import { isSkipped, skip, type Outcome } from "./outcome.ts";
import { cell, numberIn, numberInNote } from "./row-fields.ts";
import { readPrecision } from "./row-formats.ts";
import type { MeasurementRow } from "./types.ts";

/** One row of operators.csv: a kernel alone, or an all-reduce. */
export function predictOperator(row: MeasurementRow, bench: Bench): Outcome {
  const device = bench.device(row, "inference");
  if (isSkipped(device)) return device;
  const precision = readPrecision(cell(row, "precision").toLowerCase());
  const formats = precision && resolveFormats(device, precision, precision, precision);
  if (!formats) return skip(`precision not understood: ${cell(row, "precision")}`);
  const op = cell(row, "op");
  const times =
    op === "all_reduce" || op.includes("all-reduce")
      ? allReduceSeconds(row, device, formats)
      : kernelSeconds(row, device, formats);
  if (times === null) return skip(`operator not understood: ${op}`);
  const inUnit = (seconds: number): number | null => {
    switch (cell(row, "metric")) {
      case "latency_ms":
        return 1e3 * seconds;
      case "throughput_gelements_per_s":
        return ((numberIn(row, "M") ?? 1) * (numberIn(row, "N") ?? 1)) / seconds / 1e9;
      default:
        return null;
    }
  };
  const predicted = inUnit(times.seconds);
  const crude = inUnit(times.crude);
  if (predicted === null || crude === null) {
    return skip(`metric not understood: ${cell(row, "metric")}`);
  }
  return { predicted, crude, stackId: device.stack.id, modelId: op };
}

interface Times {
  seconds: number;
  crude: number;
}

function kernelSeconds(row: MeasurementRow, device: Device, formats: Formats): Times | null {
  const operator = operatorOf(row);
  if (operator === null) return null;
  const elements = operator.weightElements + operator.activationElements + operator.cacheElements;
  const work = { operations: operator.operations, bytes: elements * formats.activationBytes };
  return {
    seconds: operatorTime(operator, device, formats, 0).seconds,
    crude: crudeSeconds(work, device, formats, KERNEL_LAYERS),
  };
}

/** The operator of a row; M rows, N columns, K depth. Elements count reads and writes. */
function operatorOf(row: MeasurementRow): Operator | null {
  const op = cell(row, "op");
  const m = numberIn(row, "M") ?? 1;
  const n = numberIn(row, "N") ?? 1;
  const k = numberIn(row, "K");
  if (k !== null) return matmul(op, 1, m, n, k);
  switch (op) {
    case "mlp_act":
      // SiLU of the gate times the other half: two reads and one write.
      return vector(op, 1, 3 * m * n, 2);
    case "input_layernorm":
    case "layernorm":
      return vector(op, 1, 2 * m * n, 4);
    case "softmax":
    case "gelu":
      return vector(op, 1, 2 * m * n, 4);
    default:
      return gptLayerOperator(row, op);
  }
}

/** LLMCompass's GPT-3 175B layer: width 12,288, 96 heads, split over 4 GPUs; a batch of 8. */
function gptLayerOperator(row: MeasurementRow, op: string): Operator | null {
  const chips = numberIn(row, "chips") ?? 1;
  const width = 12288;
  const heads = 96 / chips;
  const head = 128;
  const batch = numberInNote(row, /batch (\d+)/u) ?? 8;
  const prompt = numberInNote(row, /prefill, batch \d+, sequence (\d+)/u);
  // "context 2048+1024": the prompt and what was generated.
  const context = prompt ?? 3072;
  const newTokens = prompt ?? 1;
  const tokens = batch * newTokens;
  const scores = (m: number, n: number, k: number): Operator => ({
    ...matmul(op, 1, m, n, k, batch * heads),
    weightElements: 0,
    cacheElements: batch * heads * context * head,
    wideBelowBytes: 0,
    activationElements: batch * heads * newTokens * (context + head),
  });
  switch (op.replace("GPT-3 layer: ", "")) {
    case "Q x K":
      return scores(newTokens, context, head);
    case "A x V":
      return scores(newTokens, head, context);
    case "Wo projection":
      return matmul(op, 1, tokens, width, width / chips);
    case "W1 projection":
      return matmul(op, 1, tokens, (4 * width) / chips, width);
    case "W2 projection":
      return matmul(op, 1, tokens, width, (4 * width) / chips);
    case "layernorm (FFN)":
      return vector(op, 1, 2 * tokens * width, 4);
    case "GeLU":
      return vector(op, 1, (2 * tokens * 4 * width) / chips, 4);
    default:
      return null;
  }
}

function allReduceSeconds(row: MeasurementRow, device: Device, formats: Formats): Times | null {
  const chips = numberIn(row, "chips") ?? 1;
  const bytes = numberIn(row, "bytes") ?? gptLayerBytes(row);
  if (bytes === null) return null;
  // "1 of 8 GPUs per node, several nodes": only so many of the group share a scale-up domain.
  const perNode = numberInNote(row, /(\d+) of \d+ GPUs per node/u);
  const domain = perNode ?? chips;
  const placed =
    device.scaleUp === null
      ? device
      : {
          ...device,
          scaleUp: { ...device.scaleUp, chips: Math.min(device.scaleUp.chips, domain) },
        };
  const collective = {
    name: "all-reduce",
    kind: "all-reduce",
    group: "tensor",
    count: 1,
    elements: bytes,
    bytesPerElement: 1,
  } as const;
  const seconds = collectiveTime(collective, placed, formats, { ...UNSHARDED, tensor: chips });
  const link = device.chip.scaleUp ?? device.chip.hostLink;
  if (!Number.isFinite(seconds) || link === null) return null;
  return {
    seconds,
    crude: crudeCollectiveSeconds({ elements: bytes }, 1, chips, link.bandwidthBytesPerSecond),
  };
}

function gptLayerBytes(row: MeasurementRow): number | null {
  const batch = numberInNote(row, /batch (\d+)/u);
  if (batch === null) return null;
  const tokens = numberInNote(row, /prefill, batch \d+, sequence (\d+)/u) ?? 1;
  return 2 * batch * tokens * 12288;
}
