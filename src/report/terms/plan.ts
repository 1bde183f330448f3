import { termsOf, type Term } from "./term.ts";

const plan = termsOf("plan");

/** What the columns of the plan and of its evidence hold. */
export const PLAN_TERMS: readonly Term[] = [
  plan(
    "layout",
    "how the model lies on the chips",
    ["replicas", "TP", "PP", "DP", "EP", "CP", "chips", "sharding", "parallelism"],
    "4× TP2 PP3 = 4 replicas, each on 2 × 3 chips",
    "A replica serves or trains a whole model. TP splits each layer (tensor parallel), PP cuts the layers into stages (pipeline), EP spreads experts, CP shares a sequence, DP within a replica gives each group of chips requests of its own in attention. The replicas of a training run are its data parallelism. Chips that are paid for may be more: servers come whole.",
  ),
  plan(
    "batch",
    "what a replica works on at a time",
    ["micro-batch", "microbatch"],
    null,
    "Requests or frames in flight in one replica, or sequences of a micro-batch in training. The planner takes the largest that helps within memory and latency limits.",
  ),
  plan(
    "number format",
    "formats of weights, activations and cache",
    ["format", "precision", "w8a8"],
    "fp8 = all alike; int4/fp8/fp8 = weights/activations/key-value cache",
    "Chosen among the formats that the workload allows and that chip and stack run. What has no key-value cache names two. A training plan adds the format of Adam's moments where it is narrow.",
  ),
  plan(
    "paid",
    "whether chips are bought or rented",
    ["own", "rent", "ownership"],
    null,
    "The cheaper of what place, budget and the supply of the chip allow. Rent is the on-demand list price; what is bought is charged with interest over the horizon, less what it sells for then.",
  ),
  plan(
    "data",
    "how sure the chip's own figures are",
    ["recalled", "estimated"],
    null,
    'certain: the vendor\'s document or two sources; high: one good source; medium: secondary; low: doubtful. "recalled" means that nobody checked it against a document. ~ marks what rests on an estimated figure.',
  ),
  plan(
    "measured",
    "what an interval is known from",
    ["rows", "how sure"],
    null,
    "Whether predictions were held against measurements of this chip, else of its family or class, and of its software stack. Rows is the number of predictions as well known whose errors make the interval.",
  ),
];
