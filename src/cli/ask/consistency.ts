import { draftOf, type Interview } from "../../questionnaire/interview.ts";
import type { Facts } from "../../questionnaire/question.ts";
import { comparedWeights } from "../../questionnaire/questions/weights.ts";
import { fill, type Texts } from "../../texts/texts.ts";
import { criterionName } from "./shown-question.ts";

/** After the last comparison of a pair: whether they agree, and which one fits least. Null before that. */
export function consistencyText(
  id: string,
  interview: Interview,
  facts: Facts,
  texts: Texts,
): string | null {
  if (!id.startsWith("weights.compare.")) return null;
  const { questions } = draftOf(interview, facts);
  const comparisons = questions.filter(({ question }) => question.text === "comparison");
  const [first] = comparisons;
  if (first === undefined || comparisons.some(({ answered }) => !answered)) return null;
  const compared = comparedWeights(first.situation);
  if (compared === null) return null;
  const { outcome, criteria } = compared;
  const { live } = texts;
  const ratio = outcome.consistencyRatio.toFixed(2);
  const name = (index: number): string => criterionName(criteria[index] ?? "", texts);
  const { oddest } = outcome;
  return outcome.consistencyRatio < 0.1 || oddest === null
    ? fill(live.consistent, { ratio })
    : fill(live.inconsistent, {
        ratio,
        first: name(oddest.first),
        second: name(oddest.second),
        implied: oddest.implied.toPrecision(2),
      });
}
