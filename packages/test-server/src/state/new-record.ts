/** What is given to add a record: some fields always; the others are filled in where they are left out. */
export type NewRecord<T, Required extends keyof T> = Pick<T, Required> & Partial<Omit<T, Required>>;
