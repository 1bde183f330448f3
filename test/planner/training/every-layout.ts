import type { Chip, DecoderModel } from "../../../src/catalog/types.ts";
import { resolveFormats } from "../../../src/simulation/formats.ts";
import {
  microStep,
  trainingPoint,
  type TrainingLayout,
  type TrainingPoint,
  type TrainingSetup,
} from "../../../src/simulation/training.ts";
import { lowerTraining } from "../../../src/workload/training-program.ts";
import type { PlacedGroup } from "../../../src/workload/types.ts";
import { device, h100, stack, system } from "../../support/chips.ts";
import { decoder, shape } from "../../support/models.ts";

/** Islands of four chips, sixteen in all: small enough to try everything. */
const island = (overrides: Partial<Chip> = {}, maxChips = 16) =>
  device({
    chip: h100({
      scaleUp: { name: "link", bandwidthBytesPerSecond: 100e9, domainChips: 4 },
      hostLink: { name: "PCIe", bandwidthBytesPerSecond: 32e9 },
      ...overrides,
    }),
    stack: stack({ collectiveOverlap: 0.6, kernelOverheadSeconds: 5e-6 }),
    system: system({
      scaleUpChips: 4,
      chipsPerNode: 4,
      scaleOut: {
        name: "network",
        bandwidthBytesPerSecond: 12e9,
        latencySeconds: 10e-6,
        maxChips,
      },
    }),
  });

const memory = (bytes: number): Partial<Chip> => ({
  memory: {
    type: "HBM3",
    capacityBytes: bytes,
    bandwidthBytesPerSecond: 3.35e12,
    onChipOnly: false,
  },
});

const dense = decoder("dense", 2e9, shape(6, 4096, 6, { vocabulary: 32_000 }));
const experts = decoder(
  "experts",
  4e9,
  shape(4, 2048, 4, {
    ffn: 0,
    vocabulary: 32_000,
    experts: {
      experts: 8,
      expertsPerToken: 2,
      sharedExperts: 0,
      expertFfn: 8192,
      sharedFfn: 0,
      denseLayers: 0,
    },
  }),
);

function setup(
  model: DecoderModel,
  sequence: number,
  globalBatch: number,
  on = island(),
): TrainingSetup {
  const formats = resolveFormats(on, "bf16", "bf16", "bf16");
  if (!formats) throw new Error("no BF16");
  const program = lowerTraining(model);
  return { program, device: on, formats, sequence, globalBatch, trainableShare: 1 };
}

/** Spaces of every kind that are small enough to try everything. */
export const SPACES: readonly (readonly [string, TrainingSetup])[] = [
  ["a dense model", setup(dense, 2048, 8)],
  ["a batch that has many divisors", setup(dense, 2048, 12)],
  ["a short sequence", setup(dense, 512, 8)],
  ["a long sequence", setup(dense, 32_768, 2)],
  ["experts", setup(experts, 2048, 8)],
  ["little memory", setup(dense, 4096, 8, island(memory(6e9)))],
  ["little memory and no host", setup(dense, 4096, 8, island({ ...memory(8e9), hostLink: null }))],
  ["experts in little memory", setup(experts, 4096, 4, island(memory(8e9), 8))],
  ["a single island", setup(dense, 2048, 8, island({}, 4))],
];

const GROUPS: readonly PlacedGroup[] = ["tensor", "context", "pipeline", "data"];
const ORDERS = permutations(GROUPS);

function permutations(groups: readonly PlacedGroup[]): PlacedGroup[][] {
  if (groups.length === 0) return [[]];
  return groups.flatMap((first) =>
    permutations(groups.filter((each) => each !== first)).map((rest) => [first, ...rest]),
  );
}

/** Orders of what is split; a dimension of one part has no place of its own and is named last. */
const ordersOf = (sharding: Record<PlacedGroup, number>): readonly PlacedGroup[][] => {
  const whole = GROUPS.filter((group) => sharding[group] === 1);
  return ORDERS.filter((order) =>
    whole.every((group, index) => order[4 - whole.length + index] === group),
  );
};

const upTo = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1);

/** Every layout that exists, by trying every number and asking the simulation itself. */
export function* everyLayout(run: TrainingSetup): Generator<TrainingPoint> {
  const { program, sequence, globalBatch, device: on } = run;
  const { layers, limits } = program;
  const most = on.system.scaleOut?.maxChips ?? 1;
  const hosts = on.chip.hostLink === null ? [false] : [false, true];
  for (const tensor of upTo(most).filter((each) => limits.tensor % each === 0))
    for (const context of upTo(most).filter(
      (each) => each === 1 || (sequence % (2 * each) === 0 && sequence / each >= 1024),
    ))
      for (const expert of upTo(limits.expert).filter(
        (each) => limits.expert % each === 0 && (each % tensor === 0 || tensor % each === 0),
      ))
        for (const pipeline of upTo(layers))
          for (const data of upTo(most)) {
            if (tensor * context * pipeline * data > most) continue;
            // Experts beyond the tensor group lie on whole copies of it.
            if (expert > tensor && (context * data * tensor) % expert !== 0) continue;
            for (const microBatch of upTo(globalBatch)) {
              const microBatches = globalBatch / (data * microBatch);
              if (!Number.isInteger(microBatches)) continue;
              const sharding = { tensor, context, expert, pipeline, data };
              const micro = new Map(
                ordersOf(sharding).map((placement) => {
                  const layout: TrainingLayout = {
                    sharding: { ...sharding, placement },
                    microBatch,
                    interleave: 1,
                    zeroStage: 0,
                    recompute: "none",
                  };
                  return [placement, microStep(run, layout)] as const;
                }),
              );
              for (const interleave of upTo(Math.floor((layers + 2) / pipeline))) {
                const parts = pipeline * interleave;
                if (![layers, layers + 1, layers + 2].some((count) => count % parts === 0))
                  continue;
                if (interleave > 1 && (pipeline === 1 || microBatches % pipeline !== 0)) continue;
                for (const zeroStage of [0, 1, 2, 3] as const) {
                  if (zeroStage > 0 && data * context === 1) continue;
                  for (const recompute of ["none", "selective", "full"] as const)
                    for (const offload of hosts)
                      for (const offloadActivations of hosts)
                        for (const [placement, step] of micro) {
                          yield trainingPoint(
                            run,
                            {
                              sharding: { ...sharding, placement },
                              microBatch,
                              interleave,
                              zeroStage,
                              recompute,
                              offload,
                              offloadActivations,
                            },
                            step,
                          );
                        }
                }
              }
            }
          }
}
