/** How sure a figure is: two sources or the vendor's document; one good source; secondary; doubtful. */
export type Confidence = "certain" | "high" | "medium" | "low";
