/** Questions about a task. */
export const TASK_QUESTIONS = {
  scenario: {
    label: "Scenario",
    message: "What is it for? Take the nearest.",
    help: "Each scenario brings the figures of a reasoned example (profiles/workloads). You change what is different for you; what you are not asked keeps the example's figure and is marked as assumed.",
  },
  tasks: {
    label: "Models side by side",
    message: "Which of these models run side by side?",
    help: "They share the chips of one place. Space takes a model in or out.",
  },
  model: {
    label: "Model",
    message: "Which model? Type to search.",
    help: "Models of the catalogue of the kind that the scenario runs. For a Hugging Face model of your own type the path of its config.json, relative to the workload file.",
  },
  load: {
    label: "Measure of the load",
    message: "How do you know how much work there is?",
    help: "Requests that arrive, people who wait for an answer and then think, frames of cameras, or a fixed amount by a deadline.",
  },
  rate: {
    label: "Requests at a busy time, each site",
    message: "How many requests arrive at a busy time?",
    help: "With a unit: 20 requests/s, 1200 requests/min, 5 M requests/day. Take the busiest hour, since that is what must be carried.",
  },
  users: {
    label: "People at the same time",
    message: "How many people use it at the same time?",
    help: "People who each wait for the answer, then think, then ask again: 500, 10 k.",
  },
  thinkTime: {
    label: "Time between answer and next request",
    message: "How long does a person think between an answer and the next request?",
    help: "With a unit: 20 s, 2 min.",
  },
  streams: {
    label: "Streams at each site",
    message: "How many streams (cameras, microphones) does each site have?",
    help: "A whole number: 1, 8, 50.",
  },
  frameRate: {
    label: "Frames of each stream",
    message: "How many frames a second from each stream?",
    help: "With a unit: 30 fps, 5 frames/min.",
  },
  requests: {
    label: "Requests of the job",
    message: "How many requests does the job have in all?",
    help: "A number, with k, M or B: 10 M, 250 k.",
  },
  jobTime: {
    label: "Time for the job",
    message: "Within which time must the job be done?",
    help: "With a unit: 8 h, 7 days.",
  },
  inputTokens: {
    label: "Length of a request, mean",
    message: "How long is a request on average, in tokens (or samples)?",
    help: "A word of English is about 1.3 tokens, a page about 600. Retrieved documents and the history of a chat count.",
  },
  outputTokens: {
    label: "Length of an answer, mean",
    message: "How long is an answer on average, in tokens?",
    help: "A paragraph is about 100 tokens, a page about 600.",
  },
  timeToFirstToken: {
    label: "Time to first token, at most",
    message: "After which time must the answer begin?",
    help: "From the request to the first token, with a unit: 500 ms, 2 s. It holds for 95 of 100 requests unless the scenario says otherwise. none: no limit.",
  },
  timePerOutputToken: {
    label: "Time per output token, at most",
    message: "How long may each further token take?",
    help: "50 ms are 20 tokens a second, about four times reading speed. none: no limit.",
  },
  endToEnd: {
    label: "Time of a whole answer, at most",
    message: "How long may the whole answer take?",
    help: "From the request, or the frame, to the end of the answer, with a unit: 33 ms, 60 s. none: no limit.",
  },
  steps: {
    label: "Denoiser steps of an image",
    message: "How many denoiser steps does an image take?",
    help: "A whole number; 20 to 50 are usual.",
  },
  precision: {
    label: "Number formats",
    message: "How narrow may the numbers be?",
    help: "Narrow formats are faster and smaller; they cost accuracy where a model was not prepared for them.",
  },
  prefixCache: {
    label: "Input tokens found in a prefix cache",
    message: "Which share of the input tokens does a prefix cache find again?",
    help: "Prompts that begin alike (instructions, documents, the dialogue so far) need not be read anew: 50 %, 80 %. none: no cache.",
  },
  disaggregation: {
    label: "Prefill and decode on chips of their own",
    message: "May prompts be read and answers written by different chips?",
    help: "Disaggregated serving needs a fast network between the two and an engine that does it; the planner uses it where it saves chips.",
  },
  clockScaling: {
    label: "Lower clocks",
    message: "May chips run below their nominal clock?",
    help: "Slower clocks save energy where the limits on time leave room.",
  },
  tokens: {
    label: "Tokens of the training",
    message: "How many tokens is it trained on?",
    help: "A number, with B or T: 300 B, 15 T.",
  },
  epochs: {
    label: "Passes over the data",
    message: "How many times does the training pass over the data?",
    help: "A number: 1, 3, 90.",
  },
  trainingTime: {
    label: "Deadline of the training",
    message: "Within which time must the training be done?",
    help: "With a unit: 48 hours, 60 days.",
  },
  sequence: {
    label: "Tokens of a sequence",
    message: "How many tokens does a training sequence have?",
    help: "A whole number: 2048, 8192.",
  },
  globalBatch: {
    label: "Tokens of an optimizer step",
    message: "How many tokens (or samples) does an optimizer step take?",
    help: "A whole number: 4 M tokens, 16777216. Larger batches spread over more chips, and may learn less from each token.",
  },
} as const;
