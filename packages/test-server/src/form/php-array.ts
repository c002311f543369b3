/** What a form gives for a name: a text (as a byte string), or an array where the name had brackets. */
export type FormValue = string | PhpArray;

const INTEGER_KEY = /^(?:0|[1-9]\d{0,18})$/;
const GREATEST = 2n ** 63n - 1n;

/** An ordered array of PHP, with just what its form parser needs: named entries and `[]`. */
export class PhpArray {
  /** The entries, in the order of their first assignment. */
  readonly entries = new Map<string, FormValue>();
  #next = 0n;

  /** The entry of a key. */
  get(key: string): FormValue | undefined {
    return this.entries.get(key);
  }

  /** Sets a named entry. A name of digits counts for the next `[]`, as PHP makes it an integer. */
  set(key: string, value: FormValue): void {
    this.entries.set(key, value);
    if (!INTEGER_KEY.test(key)) return;
    const index = BigInt(key);
    if (index <= GREATEST && index >= this.#next) this.#next = index + 1n;
  }

  /** Appends an entry, as `[]` does. Past the greatest integer PHP drops it. */
  append(value: FormValue): void {
    if (this.#next > GREATEST) return;
    this.set(String(this.#next), value);
  }
}
