/** Answers to questions that are asked often, each asked once at a time and kept for a while. */
export class QuestionCache {
  readonly #answers = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>();
  readonly #lifetime: number;
  readonly #size: number;

  /**
   * @param lifetime how long an answer is kept, in milliseconds
   * @param size how many answers are kept at most
   */
  constructor(lifetime: number, size: number) {
    this.#lifetime = lifetime;
    this.#size = size;
  }

  /**
   * The kept answer, or that of asking. Those who ask while an answer is on its way share it; a
   * failure is not kept.
   *
   * @param now the time, in milliseconds
   */
  ask<T>(key: string, now: number, question: () => Promise<T>): Promise<T> {
    const kept = this.#answers.get(key);
    if (kept !== undefined && now < kept.until) return kept.answer as Promise<T>;
    const answer = question();
    this.#answers.delete(key);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size >= this.#size && oldest !== undefined) this.#answers.delete(oldest);
    this.#answers.set(key, { answer, until: now + this.#lifetime });
    answer.catch(() => {
      if (this.#answers.get(key)?.answer === answer) this.#answers.delete(key);
    });
    return answer;
  }

  /** Forgets every answer whose key begins so. */
  forget(prefix: string): void {
    for (const key of this.#answers.keys()) if (key.startsWith(prefix)) this.#answers.delete(key);
  }
}
