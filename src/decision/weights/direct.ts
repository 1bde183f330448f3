import type { Elicitation } from "./elicitation.ts";

/** The weights are the stated figures, as shares of their sum unless the file forbids it. */
export const direct: Elicitation = {
  id: "direct",
  title: "Direct weights",
  formula: "w = stated figure ÷ sum of the stated figures",
  asks: "A figure for each criterion. It only means something together with the range of the criterion: the weight is what the whole step from the worst to the best end counts.",
  definition: "R. L. Keeney & H. Raiffa, Decisions with Multiple Objectives, 1976, ch. 3",
  testedOn: "arithmetic",
};
