import type { TaskPlan } from "./types.ts";

/** What a plan knows of its task before any layout is chosen. */
export type TaskPlanHead = Pick<TaskPlan, "taskId" | "modelId" | "compression" | "accuracyRisk">;
