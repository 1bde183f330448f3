import type { SearchJob } from "../../app/training-search/job.ts";
import type { Catalog } from "../../catalog/types.ts";
import { indexHardware } from "../../app/hardware.ts";
import { NO_PINS } from "../../planner/pins.ts";
import { devicesFor } from "../../planner/candidate.ts";
import { pinnedLimits } from "../../planner/training/space.ts";
import { resolveFormats } from "../../simulation/formats.ts";

const SEQUENCE = 2048;

/** GPT-3 175B on up to 16,384 H100 in BF16: every legal layout; `globalBatch` sequences a step say how many there are. */
export function gptJob(catalog: Catalog, globalBatch: number): SearchJob {
  const model = catalog.models.find(({ id }) => id === "gpt3-175b");
  const chip = catalog.chips.find(({ id }) => id === "h100-sxm");
  if (!model || !chip) throw new Error("the catalogue lacks GPT-3 or the H100");
  const hardware = indexHardware(catalog).of(chip, { allow: [], deny: [] });
  const training = { ...TASK, globalBatchTokens: globalBatch * SEQUENCE };
  const [device] = devicesFor(hardware, training, model);
  const formats = device && resolveFormats(device, "bf16", "bf16", "bf16");
  if (!device || !formats) throw new Error("the H100 does not train in BF16");
  const fixed = pinnedLimits(NO_PINS);
  return {
    model,
    device,
    formats,
    sequence: SEQUENCE,
    globalBatch,
    trainableShare: 1,
    fixed,
    top: 10,
  };
}

const TASK = {
  id: "train",
  kind: "training",
  model: { kind: "catalog", id: "gpt3-175b" },
  precision: { weights: ["bf16"], activations: ["bf16"], cache: ["bf16"] },
  compression: [],
  totalTokens: 300e9,
  deadlineSeconds: 30 * 86_400,
  sequenceLength: SEQUENCE,
  trainableShare: 1,
} as const;

/** The same as a workload file, for the program itself. */
export const gptWorkload = (globalBatch: number): string => `scenario:
  name: GPT-3 175B, ${globalBatch} sequences a step
  application: pre-training
  place: datacenter
demand:
  tasks:
    - id: train
      kind: training
      model: gpt3-175b
      tokens: 300 B
      within: 30 days
      sequence: ${SEQUENCE}
      globalBatch: ${globalBatch * SEQUENCE}
      precision: { weights: [bf16], activations: [bf16] }
`;
