import { CHUNK_TOKENS } from "../simulation/serving.ts";
import type { System } from "../catalog/types.ts";
import type { Device } from "../simulation/device.ts";
import type { Sharding } from "../workload/types.ts";
import { weightBytesPerChip } from "../simulation/wide-weights.ts";
import type { Program } from "../workload/program.ts";
import { pinnedSharding, type Pins } from "./pins.ts";
import type { FormatOption } from "./format-options.ts";

/** Largest tensor-parallel and expert-parallel groups that serving engines run in practice: DeepSeek and SGLang spread experts over 72 to 144 chips. */
const LARGEST_TENSOR = 64;
const LARGEST_EXPERT = 128;
const LARGEST_PIPELINE = 16;

/** Most chips that can work on one task together. */
export const largestCluster = ({ scaleOut, chipsPerNode, scaleUpChips }: System): number =>
  scaleOut?.maxChips ?? Math.max(chipsPerNode, scaleUpChips);

/** One object for each way to split, so that lowered steps can be found by it. */
function splitting({
  tensor = 1,
  pipeline = 1,
  expert = 1,
  context = 1,
  data = 1,
}: Partial<Omit<Sharding, "placement">>): Sharding {
  const key = (((tensor * SPAN + pipeline) * SPAN + expert) * SPAN + context) * SPAN + data;
  const sharding = SHARDINGS.get(key) ?? { tensor, pipeline, expert, context, data };
  SHARDINGS.set(key, sharding);
  return sharding;
}

const SHARDINGS = new Map<number, Sharding>();
/** More than any dimension is split: digits of a key. */
const SPAN = 2 ** 10;

/** Powers of two from 1 to `limit`. */
function powersOfTwo(limit: number): readonly number[] {
  const powers: number[] = [];
  for (let power = 1; power <= limit; power *= 2) powers.push(power);
  return powers;
}

/**
 * Layouts of one serving replica in which the weights fit. Tensor parallelism stays inside the scale-up domain and divides the heads;
 * pipeline stages come in when the domain is too small; experts lie whole on the tensor group, or on a wider group whose members
 * each run attention for their own sequences (as DeepSeek serves). Where the stack can, groups of chips share the tokens of long prompts.
 */
export function servingShardings(
  program: Program,
  option: FormatOption,
  pins: Pins,
  promptTokens = 0,
): readonly Sharding[] {
  const pinned = pinnedSharding(pins);
  if (pinned) return [pinned];
  const { device, formats } = option;
  const { limits } = program;
  const domain = device.scaleUp?.chips ?? 1;
  const fits = (sharding: Sharding): boolean =>
    weightBytesPerChip(program, sharding, formats) < device.usableMemoryBytes;
  const shardings: Sharding[] = [];
  for (const tensor of tensorGroups(program, option)) {
    const flat = splitting({ tensor });
    if (fits(flat)) {
      shardings.push(flat);
      if (limits.expert > 1 && tensor > 1 && limits.expert % tensor === 0) {
        shardings.push(splitting({ tensor, expert: tensor }));
      }
    }
  }
  // Nobody splits a prompt of one chunk over chips.
  if (promptTokens > CHUNK_TOKENS && device.stack.contextParallel === true) {
    shardings.push(...shardings.flatMap((sharding) => sharingTokens(sharding, domain)));
  }
  if (limits.expert > 1) {
    shardings.push(...expertShardings(limits.expert, expertReach(device)).filter(fits));
  }
  if (shardings.length === 0) {
    shardings.push(...pipelineShardings(program, option).filter(fits));
  }
  return shardings;
}

/** Tensor groups inside the scale-up domain that divide the heads. */
function tensorGroups({ limits }: Program, { device }: FormatOption): readonly number[] {
  const largest = Math.min(device.scaleUp?.chips ?? 1, limits.tensor, LARGEST_TENSOR);
  return powersOfTwo(largest).filter((tensor) => limits.tensor % tensor === 0);
}

/** The same with more chips of the domain, which share the tokens of each sequence. */
function sharingTokens({ tensor, expert }: Sharding, domain: number): Sharding[] {
  return powersOfTwo(domain / tensor)
    .filter((context) => context > 1)
    .map((context) => splitting({ tensor, expert, context }));
}

/** Chips that tokens can be sent to, to their experts: those of the domain, or of the cluster where the stack has kernels for it. */
const expertReach = ({ scaleUp, system, stack }: Device): number =>
  stack.expertsAcrossNodes === true ? largestCluster(system) : (scaleUp?.chips ?? 1);

/** Attention by data parallelism, experts over the whole group. */
function expertShardings(experts: number, reach: number): Sharding[] {
  return powersOfTwo(Math.min(reach, experts, LARGEST_EXPERT))
    .filter((size) => size > 1 && experts % size === 0)
    .map((size) => splitting({ expert: size, data: size }));
}

/** The widest tensor group, and as few stages as the weights need, across nodes where the system can be clustered. */
export function pipelineShardings(program: Program, option: FormatOption): Sharding[] {
  const { device } = option;
  const tensor = tensorGroups(program, option).at(-1) ?? 1;
  const layers = program.limits.pipeline;
  const most = Math.min(LARGEST_PIPELINE, layers, largestCluster(device.system) / tensor);
  return powersOfTwo(most)
    .filter((pipeline) => pipeline > 1)
    .map((pipeline) => splitting({ tensor, pipeline }));
}
