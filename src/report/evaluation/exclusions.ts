import { groupBy } from "../../units/group-by.ts";
import type { Block } from "../document.ts";
import type { Candidate, EvaluationResult } from "../types.ts";
import type { LimitCheck } from "../../planner/types.ts";
import {
  byNearness,
  clauseText,
  describeMiss,
  failedLimits,
  sentence,
  type Miss,
} from "./misses.ts";
import { MISSES_SHOWN, type EvaluationView } from "./view.ts";
import { BOUND_MEANING } from "./words.ts";

/** Why candidates are excluded: grouped by the first limit that each misses, nearest misses first. */
export function exclusions(result: EvaluationResult, view: EvaluationView): Block[] {
  const excluded = result.candidates.filter((candidate) => !candidate.feasible);
  if (excluded.length === 0) return [];
  const groups = largestFirst(excluded.map(firstMiss), ({ limit }) => titleOf(limit));
  const blocks: Block[] = [
    { kind: "list", items: groups.map(([title, misses]) => `${title}: ${told(misses)}`) },
  ];
  if (view.all) {
    blocks.push({ kind: "list", items: excluded.map(fullStory) });
  } else {
    const text = "--all lists every excluded chip with all limits that it misses.";
    blocks.push({ kind: "paragraph", text, tone: "muted" });
  }
  const summary = `Excluded: ${chips(excluded.length)}, by the first limit missed`;
  return [{ kind: "details", summary, blocks }];
}

/** The limit with the clause that sets it. */
function titleOf(limit: LimitCheck | null): string {
  if (limit === null) return "no plan";
  const { title, path, line } = limit;
  // Without a line the file does not say it: the limit always holds.
  return path && line !== undefined ? `${title} (${clauseText(path, line)})` : title;
}

function firstMiss(candidate: Candidate): Miss {
  const [first] = failedLimits(candidate);
  return first === undefined ? missWithoutLimit(candidate) : describeMiss(candidate, first);
}

/** The planner found nothing although no single limit fails: its reasons say why. */
function missWithoutLimit(candidate: Candidate): Miss {
  const bound = candidate.boundBy === null ? "no plan found" : BOUND_MEANING[candidate.boundBy];
  const text = sentence(candidate, candidate.reasons[0] ?? bound);
  return { candidate, limit: null, text, relative: null };
}

/** Groups by key, largest group first, ties by key. */
function largestFirst(misses: readonly Miss[], keyOf: (miss: Miss) => string): [string, Miss[]][] {
  return [...groupBy(misses, keyOf)].sort(
    ([keyA, a], [keyB, b]) => b.length - a.length || (keyA < keyB ? -1 : 1),
  );
}

function told(misses: readonly Miss[]): string {
  const nearest = misses.filter(({ relative }) => relative !== null).sort(byNearness);
  if (nearest.length === 0) return toldByReason(misses);
  const shown = nearest.slice(0, MISSES_SHOWN);
  const texts = shown.map(({ candidate, text }) => `${candidate.name} ${text}`);
  return `${chips(misses.length)}; nearest ${texts.join(", ")}`;
}

/** Misses without a figure: how many for which reason, with a few names each. */
function toldByReason(misses: readonly Miss[]): string {
  const reasons = largestFirst(misses, ({ text }) => text);
  const shown = reasons.slice(0, MISSES_SHOWN).map(([text, same]) => {
    const names = same.slice(0, MISSES_SHOWN).map(({ candidate }) => candidate.name);
    const told = reasons.length === 1 ? text : `${same.length} × ${withinSentence(text)}`;
    return `${told} (${names.join(", ")}${same.length > names.length ? ", …" : ""})`;
  });
  const rest = reasons.slice(MISSES_SHOWN).reduce((sum, [, same]) => sum + same.length, 0);
  if (rest > 0) shown.push(`${rest} for like reasons`);
  return `${chips(misses.length)}; ${shown.join("; ")}`;
}

/** Reasons that are sentences of their own begin small after their number. */
function withinSentence(text: string): string {
  return text.replace(/^The (?=\p{Ll})/u, "the ");
}

function fullStory(candidate: Candidate): string {
  const failed = failedLimits(candidate);
  const misses =
    failed.length === 0
      ? [missWithoutLimit(candidate).text]
      : failed.map((limit) => {
          const { relative, text } = describeMiss(candidate, limit);
          return relative === null ? `${limit.title}: ${text}` : `${limit.title} ${text}`;
        });
  return `${candidate.name} [${candidate.id}]: ${misses.join("; ")}`;
}

function chips(count: number): string {
  return `${count} ${count === 1 ? "chip" : "chips"}`;
}
