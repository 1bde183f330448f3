/** The model's answer and the crude baseline's, in the row's unit. */
export interface Figures {
  predicted: number;
  crude: number;
}
