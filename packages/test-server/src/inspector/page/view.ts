import type { LiveAnswer } from './server-types.js';

/** A part of the page that is shown in turn with others. */
export interface View {
  readonly element: HTMLElement;
  /** Comes into sight, with what stands behind its name in the address. */
  show(parts: readonly string[]): void;
  /** Told of every answer, in sight or not. @param begun whether another server answers than before */
  update?(answer: LiveAnswer, begun: boolean): void;
}
