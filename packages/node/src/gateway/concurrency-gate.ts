/** Bounds how many requests are under way, in all and of one person. */
export class ConcurrencyGate {
  readonly #most: number;
  readonly #mostPerPerson: number;
  readonly #persons = new Map<string, number>();
  #count = 0;

  constructor(most: number, mostPerPerson: number) {
    this.#most = most;
    this.#mostPerPerson = mostPerPerson;
  }

  /** Lets one more in. @returns what lets it out again; `undefined` when there is no room */
  enter(): (() => void) | undefined {
    if (this.#count >= this.#most) return undefined;
    this.#count += 1;
    return () => {
      this.#count -= 1;
    };
  }

  /** The same for one person. */
  enterAs(person: string): (() => void) | undefined {
    const count = this.#persons.get(person) ?? 0;
    if (count >= this.#mostPerPerson) return undefined;
    this.#persons.set(person, count + 1);
    return () => {
      const left = (this.#persons.get(person) ?? 1) - 1;
      if (left === 0) this.#persons.delete(person);
      else this.#persons.set(person, left);
    };
  }
}
