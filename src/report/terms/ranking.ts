import { termsOf, type Term } from "./term.ts";

const decision = termsOf("decision");

/** What the decision says about the ranking itself. */
export const RANKING_TERMS: readonly Term[] = [
  decision(
    "dominance",
    "nowhere worse and somewhere better",
    ["dominated", "dominatedBy"],
    "a dominates b when a's value is at least b's on every weighed criterion and above it on one",
    "A dominated candidate can win under no weights at all, so it is never recommended; it stays in the ranking with the one that dominates it and the criteria on which. Strict: better on every weighed criterion; weak: somewhere equal.",
  ),
  decision(
    "near tie",
    "too close to call",
    ["nearTies", "tolerance", "looseOrder", "not firm"],
    "score difference < 0.01",
    "With the usual weight of cost and three decades of range, 0.01 points are a quarter of the price, and prices are not known better than that. Neighbours that close may change places; equal scores are ordered by dominance, then cost, then id.",
  ),
  decision(
    "flip point",
    "the smallest change of one input that changes the winner",
    ["flipPoints", "--flips", "what-if"],
    "the first value of an input, all else unchanged, at which another candidate wins",
    "Weights: in closed form, the others rescaled in proportion. Prices of the first two: by paying anew for the plans. With --flips also demand, latency limits, energy price and memory bandwidth: every plan is found anew at each step of a search outwards and then by halving, because plans come in whole chips. `to` is the first value seen with the new winner, `holdsAt` the last one with the present winner, a thousandth apart.",
  ),
  decision(
    "waterfall",
    "from the second to the first, criterion by criterion",
    ["lead", "margin", "gain"],
    "points of the first − points of the second; adds up to the margin",
    "Where the winner gains its lead and where it gives some of it back.",
  ),
  decision(
    "assumptions",
    "what the lead depends on (a tornado diagram in figures)",
    ["tornado", "sensitivity"],
    "lead = winner's score − best other score, at the low and the high end of one assumption at a time",
    "Ranges: known offers for rents, the interval that held 80 % of measurements for the simulation's speed, else a stated share. Plans are found anew at each end. `out` means that the winner misses a limit there.",
  ),
  decision(
    "relaxation",
    "the smallest change of the limits that lets a candidate take part",
    ["shortfall", "nearest miss"],
    "limits raised to what the nearest plan needs, then drawn back as far as some plan still meets them",
    "Found by planning anew, for the nearest candidates when nobody meets every limit and for the one that `explain --chip` asks about. Clauses on the chip itself go as a whole; facts (no price, no software, too little memory) cannot be relaxed.",
  ),
  decision(
    "double counting",
    "two criteria that say the same",
    ["doubleCounting", "correlation"],
    "known arithmetic ties, or |Pearson's r| > 0.9 of the values over five candidates or more",
    "Their weights add up on one thing. Weigh one of the two, or share the weight between them.",
  ),
  decision(
    "value",
    "what a figure is worth, from 0 to 1",
    ["normalised", "value function", "clipped", "preferences.values"],
    "linear: (x − worst) ÷ (best − worst); log: the same on ln x; piecewise, saturating and target: as the file says; clipped to 0 and 1",
    "The range is fixed by the requirement or the catalogue, never by the candidates, so that adding one changes nobody's score (Keeney & Raiffa 1976). A figure outside counts as the end, and is marked with *. `chipselect explain CRITERION` tells the function of each criterion and why; preferences.values of the workload puts another one in its place, such as cost: {shape: piecewise, points: [[400000, 1], [600000, 0.8], [1000000, 0]]}.",
  ),
  decision(
    "weight",
    "what a criterion counts",
    ["weights", "preferences.weights"],
    "points of the criterion ÷ points of all that apply",
    "What going from the worst to the best end of the criterion's range is worth against the others. Without preferences.weights those of scenario.application hold; the weight of a criterion that does not apply goes to the others in proportion.",
  ),
];
