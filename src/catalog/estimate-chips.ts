import { ESTIMATION_RULES } from "./estimation-rules.ts";
import type { Anchor, EstimationRule } from "./estimation-rules.ts";
import { errorFactor, median } from "../units/statistics.ts";
import type { Chip } from "./types.ts";

/** How well one anchor predicts the figures of one class that are known (each left out in turn). */
export interface EstimationError {
  field: string;
  class: string;
  anchor: string;
  /** Known figures that were predicted. */
  known: number;
  /** Median of max(estimate/figure, figure/estimate) − 1. */
  medianErrorFactor: number;
}

/** A ratio needs this many peers. */
const FEWEST_PEERS = 3;
/** An anchor that is off by more than a factor of two in the median is not used. */
const LARGEST_MEDIAN_ERROR = 1;

/**
 * The catalogue's one rule for figures that nobody publishes:
 *
 *   figure = anchor × median of figure/anchor over the peers
 *
 * The anchor is a figure of the same chip that grows with the wanted one (TDP with memory bandwidth, price with TDP).
 * Peers are the chips that state both, of the same class and deployment and, where that leaves three, with the same kind
 * of memory and at most two years older or younger; with fewer than three peers, those of the same class. Peaks look
 * at the same chip family first; idle power, which few publish, at every chip last (but microcontrollers, which sleep,
 * only at each other). A microcontroller's price is the median of its class.
 * Each rule names a few anchors; every class uses the one that predicts its own known figures best when each is left
 * out in turn (so at least four chips have to state the figure), and none that is off by more than a factor of two in
 * the median. Published anchors come before estimated ones. Results are rounded to three digits and their field names
 * are added to `estimated`.
 *
 * Estimated: TDP, idle power, memory bandwidth where the kind of memory is known, on-chip memory of NPUs, memory capacity beside systems on chip (their
 * board's maker chooses it), host link of add-in accelerators, price of
 * chips that are sold as chips or boards, FP64/FP32/INT8 of CPUs, FP32/FP16 of GPUs (rules in estimation-rules.ts). Never
 * estimated: memory capacity of anything else, rent, a format that the chip may not have, a price of what nobody sells.
 *
 * Takes the whole catalogue, since every chip may be a peer; returns it in the same order.
 */
export function estimateChips(chips: readonly Chip[]): Chip[] {
  let estimated = [...chips];
  for (const rule of ESTIMATION_RULES) {
    const anchorsByClass = new Map<string, readonly Anchor[]>();
    estimated = estimated.map((chip) => {
      if (rule.read(chip) !== null || !rule.concerns(chip)) return chip;
      const anchors = anchorsByClass.get(chip.class) ?? usableAnchors(rule, chips, chip.class);
      anchorsByClass.set(chip.class, anchors);
      const value = estimate(rule, anchors, chip, chips);
      if (value === null) return chip;
      return { ...rule.write(chip, value), estimated: [...chip.estimated, rule.field] };
    });
  }
  return estimated;
}

/** The same for one chip that is not of the catalogue, with the chips of the catalogue as peers (as they are stated, without estimates). */
export function estimateChip(chip: Chip, peers: readonly Chip[]): Chip {
  let completed = chip;
  for (const rule of ESTIMATION_RULES) {
    if (rule.read(completed) !== null || !rule.concerns(completed)) continue;
    const value = estimate(rule, usableAnchors(rule, peers, chip.class), completed, peers);
    if (value === null) continue;
    const written = rule.write(completed, value);
    completed = { ...written, estimated: [...completed.estimated, rule.field] };
  }
  return completed;
}

/** Leave-one-out errors of every rule, for the classes that it concerns, best anchor first. */
export function estimationErrors(chips: readonly Chip[]): EstimationError[] {
  return ESTIMATION_RULES.flatMap((rule) => {
    const concerned = chips.filter((chip) => rule.concerns(chip)).map((chip) => chip.class);
    return [...new Set(concerned)].flatMap((chipClass) =>
      rankAnchors(rule, chips, chipClass).map(({ error }) => error),
    );
  });
}

function estimate(
  rule: EstimationRule,
  anchors: readonly Anchor[],
  chip: Chip,
  chips: readonly Chip[],
): number | null {
  const isPublished = (anchor: Anchor): boolean =>
    !anchor.fields.some((field) => chip.estimated.includes(field));
  const ordered = [
    ...anchors.filter((anchor) => isPublished(anchor)),
    ...anchors.filter((anchor) => !isPublished(anchor)),
  ];
  for (const anchor of ordered) {
    const value = estimateFrom(rule, anchor, chip, chips);
    if (value !== null) return Number(value.toPrecision(3));
  }
  return null;
}

function estimateFrom(
  rule: EstimationRule,
  anchor: Anchor,
  chip: Chip,
  chips: readonly Chip[],
): number | null {
  const size = anchor.read(chip);
  if (size === null) return null;
  for (const group of rule.groups) {
    const ratios = chips.flatMap((peer) => {
      if (peer.id === chip.id || !group(chip, peer) || !rule.concerns(peer)) return [];
      const figure = rule.read(peer);
      const peerSize = anchor.read(peer);
      return figure === null || peerSize === null ? [] : [figure / peerSize];
    });
    if (ratios.length >= FEWEST_PEERS) return size * (median(ratios) ?? 0);
  }
  return null;
}

function usableAnchors(
  rule: EstimationRule,
  chips: readonly Chip[],
  chipClass: string,
): readonly Anchor[] {
  return rankAnchors(rule, chips, chipClass)
    .filter(({ error }) => error.medianErrorFactor <= LARGEST_MEDIAN_ERROR)
    .map(({ anchor }) => anchor);
}

/** A class with too few known figures of its own is judged by the whole catalogue. */
function rankAnchors(
  rule: EstimationRule,
  chips: readonly Chip[],
  chipClass: string,
): { anchor: Anchor; error: EstimationError }[] {
  const known = chips.filter((chip) => rule.concerns(chip) && rule.read(chip) !== null);
  const own = known.filter((chip) => chip.class === chipClass);
  return rule.anchors
    .flatMap((anchor) => {
      const ofClass = errorFactors(rule, anchor, own, chips);
      const errors =
        ofClass.length >= FEWEST_PEERS ? ofClass : errorFactors(rule, anchor, known, chips);
      if (errors.length < FEWEST_PEERS) return [];
      const error: EstimationError = {
        field: rule.field,
        class: chipClass,
        anchor: anchor.name,
        known: errors.length,
        medianErrorFactor: median(errors) ?? 0,
      };
      return [{ anchor, error }];
    })
    .sort((left, right) => left.error.medianErrorFactor - right.error.medianErrorFactor);
}

function errorFactors(
  rule: EstimationRule,
  anchor: Anchor,
  known: readonly Chip[],
  chips: readonly Chip[],
): number[] {
  return known.flatMap((chip) => {
    const figure = rule.read(chip);
    const value = estimateFrom(rule, anchor, chip, chips);
    if (figure === null || value === null) return [];
    return [errorFactor(value, figure)];
  });
}
