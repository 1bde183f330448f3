import { converse, press, say } from "../cli/ask/conversation.ts";

/** The session of the README, as the program holds it today. */
export async function askSession(): Promise<string> {
  const { lines, prompts } = await converse([
    say("What is it for", "natural-language-services"),
    say("Which model", "llama3.1-8b"),
    say("How many requests", "20 requests/s"),
    press("(this can change the winner)", "quit"),
  ]);
  const next = prompts.at(-1);
  const choices = next?.choices.slice(0, 3).map(({ name }, i) => `${i === 0 ? "❯" : " "} ${name}`);
  return ["$ chipselect ask", ...lines, `? ${next?.message}`, ...(choices ?? []), ""].join("\n");
}
