/** What a request is to the faults. */
export interface FaultSubject {
  /** As `item`; `upload` for an upload. */
  readonly command: string;
  /** As `view`; empty where there is none. */
  readonly action: string;
  /** The ID of whom it says it is from. Asked only when a fault is for somebody. */
  actor?(): string | undefined;
}
