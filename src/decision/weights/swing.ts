import type { Elicitation } from "./elicitation.ts";

export const swing: Elicitation = {
  id: "swing",
  title: "Swing weights",
  formula: "w = points ÷ sum of the points",
  asks: "Imagine everything at its worst end. Which criterion would you raise to its best end first? It gets 100 points; the swing of every other one gets points in proportion.",
  definition:
    "D. von Winterfeldt & W. Edwards, Decision Analysis and Behavioral Research, 1986, ch. 8",
  testedOn: "arithmetic",
};
