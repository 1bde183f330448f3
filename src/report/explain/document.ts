import type { Block, Document } from "../document.ts";
import { intervalBlocks } from "../evaluation/intervals.ts";
import { taskFormats, taskLayout } from "../evaluation/layout.ts";
import { leadingTask } from "../../planner/leading-task.ts";
import { describeMiss, failedLimits } from "../evaluation/misses.ts";
import { BOUND_MEANING, BOUND_WORD } from "../evaluation/words.ts";
import type { ExplainResult } from "../explain-types.ts";
import { limitBlocks } from "./limits.ts";
import { moneyBlocks } from "./money.ts";
import { taskBlocks } from "./phase.ts";
import { scoreBlocks } from "./score.ts";
import { planSearchBlocks } from "../search/plan-search.ts";
import { scheduleBlocks } from "../search/schedule.ts";
import { shellWord } from "../shell-word.ts";

export interface ExplainView {
  source: string;
  /** Every operator, however small. */
  all: boolean;
}

export function explainDocument(result: ExplainResult, view: ExplainView): Document {
  return {
    title: `${result.candidate.name} for ${result.workload.name}`,
    blocks: [
      ...verdict(result),
      ...limitBlocks(result.candidate.limits),
      ...scoreBlocks(result),
      ...moneyBlocks(result.candidate),
      ...scheduleBlocks(result.candidate.plan?.tasks ?? []),
      ...result.tasks.flatMap((task) => taskBlocks(task, view.all)),
      ...planSearchBlocks(result.searches ?? []),
      ...intervalBlocks([result.candidate]),
      ...evidence(result),
      ...notModelled(result),
      {
        kind: "next",
        why: "Next",
        command: `chipselect simulate ${shellWord(view.source)} --chip ${result.candidate.id}`,
      },
    ],
  };
}

function verdict(result: ExplainResult): Block[] {
  const { candidate, rankedCandidates, workload } = result;
  const { plan, rank, boundBy } = candidate;
  const place =
    rank === null
      ? `${candidate.name} is excluded for ${workload.name}: ${missed(candidate)}.`
      : `${candidate.name} is number ${rank} of ${rankedCandidates} for ${workload.name}, with a score of ${(candidate.score ?? 0).toFixed(3)}.`;
  const facts = [];
  if (plan !== null) {
    const lead = leadingTask(plan);
    const chips = `${plan.chips} ${plan.chips === 1 ? "chip" : "chips"}, ${taskLayout(lead)}`;
    facts.push({
      label: "Deployment",
      value: `${chips}, batch ${plan.batch}, ${taskFormats(lead)}`,
    });
  }
  if (boundBy !== null) {
    facts.push({ label: "Bound by", value: `${BOUND_WORD[boundBy]} = ${BOUND_MEANING[boundBy]}` });
  }
  const blocks: Block[] = [{ kind: "paragraph", text: place, tone: "strong" }];
  if (facts.length > 0) blocks.push({ kind: "facts", items: facts });
  const items = [...candidate.reasons, ...wayOut(result)];
  if (items.length > 0) blocks.push({ kind: "list", items });
  return blocks;
}

/** What would let it take part, or come first. */
function wayOut({ candidate, wouldWin = [] }: ExplainResult): string[] {
  const { relaxation, rank } = candidate;
  if (relaxation) return [`It would fit ${relaxation.sentence}.`];
  if (relaxation === null && rank === null) {
    return ["No limit of the file that could be relaxed would let it take part."];
  }
  return wouldWin.map(({ sentence }) => sentence);
}

function missed(candidate: ExplainResult["candidate"]): string {
  const [first, ...rest] = failedLimits(candidate);
  if (first === undefined) return "no plan was found";
  const { text, relative } = describeMiss(candidate, first);
  const more = rest.length === 0 ? "" : `, and ${rest.length} more`;
  return `it misses ${first.title}${relative === null ? `: ${text}` : ` ${text}`}${more}`;
}

function evidence({ candidate }: ExplainResult): Block[] {
  const { confidence, verified, estimated, parameters } = candidate.evidence;
  return [
    { kind: "heading", text: "Evidence" },
    {
      kind: "facts",
      items: [
        {
          label: "Chip data",
          value: `${confidence}${verified ? "" : ", recalled and not re-read"}`,
        },
        { label: "Estimated", value: estimated.length === 0 ? "nothing" : estimated.join(", ") },
        { label: "Efficiency", value: parameters },
      ],
    },
  ];
}

function notModelled({ notModelled }: ExplainResult): Block[] {
  if (notModelled.length === 0) return [];
  return [
    { kind: "heading", text: "Not modelled" },
    { kind: "list", items: notModelled },
  ];
}
