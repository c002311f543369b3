/** What is told about an item of the studio. What is left out comes from the seed or is not set. */
export interface StudioItem {
  readonly title: string;
  /** `video` unless given. */
  readonly type?: 'video' | 'audio' | 'videoonly';
  readonly description?: string;
  /** With commas between them. */
  readonly keywords?: string;
  /** When it was made: a day in UTC. */
  readonly made: string;
  /** When it was aired: a moment in UTC. */
  readonly aired?: string;
  /** In seconds. */
  readonly duration: number;
  readonly author?: string;
  readonly externalid?: string;
  readonly archived?: boolean;
  /** Whether it was recorded from the account's live stream. */
  readonly live?: boolean;
}
