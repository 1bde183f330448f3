import type { Path } from "../../input/path.ts";
import type { QuestionText } from "../../texts/texts.ts";
import type { DocumentTask, Load } from "../preset-tasks.ts";
import type { Stage } from "../question.ts";

/** A task as its questions see it: where it stands, and how much of it is asked in any case. */
export interface TaskPlace {
  id: string;
  path: Path;
  training: boolean;
  load: Load | null;
  /** Whether the scenario runs more than two tasks: then only what matters is asked of each. */
  several: boolean;
  stage: Stage;
  named: (text: QuestionText) => {
    id: string;
    text: QuestionText;
    names: Readonly<Record<string, string>>;
  };
}

export function taskPlace(task: DocumentTask, index: number, tasks: number): TaskPlace {
  const several = tasks > 2;
  return {
    id: task.id,
    path: ["demand", "tasks", index],
    training: task.training,
    load: task.load,
    several,
    stage: several ? "further" : "opening",
    named: (text) => ({
      id: `${task.id}.${text}`,
      text,
      names: tasks > 1 ? { task: task.id } : {},
    }),
  };
}
