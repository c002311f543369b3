/** Where an upload happened, for its errors. */
export interface UploadPlace {
  readonly command: string;
  readonly action: string;
  readonly attempts: number;
  readonly requestId: string;
}
