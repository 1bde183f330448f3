import { asText } from "../../src/questionnaire/make-question.ts";
import { converse, press, say } from "../cli/ask/conversation.ts";

/** The session of the README, as the program holds it today. */
export async function askSession(): Promise<string> {
  const { lines, prompts } = await converse([
    say("What is it for", "natural-language-services"),
    say("Which model", "llama3.1-8b"),
    say("How many requests", "20 requests/s"),
    press("This can change the winner.", "quit"),
  ]);
  const next = prompts.at(-1);
  const choices = next?.choices
    .slice(0, 3)
    .map(({ name, value }) => `${value === next.default ? "❯" : " "} ${name}`);
  const usual = next?.kind === "text" ? ` (${asText(next.default)})` : "";
  const question = `? ${next?.message}${usual}`;
  return ["$ chipselect ask", ...lines, question, ...(choices ?? []), ""].join("\n");
}
