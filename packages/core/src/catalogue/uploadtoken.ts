import { duration, hash, integer, object, text, url } from '../types/index.js';
import { argumentsOf } from './argument-definition.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';

/** Permission to upload one file. @documented */
export interface UploadToken {
  /** The token that the upload carries. A secret while it is valid. @documented */
  readonly token: string;
  /** Where to upload to. @documented */
  readonly uploadurl: string;
  /** Where to upload to over TLS; it may be missing. @documented */
  readonly uploadurlhttps?: string;
  /** The item that gets the file. @documented */
  readonly itemid: string;
  /** The file that is made. @documented */
  readonly fileid: string;
}

/** Arguments of `uploadtoken/create`. */
export interface UploadtokenCreateArguments {
  /** For how many seconds the token holds; at most a day. @documented */
  readonly validfor?: number | null | undefined;
  /** The item that the file is added to, by ID; a new one unless given. @documented */
  readonly item?: string | null | undefined;
  /** What is uploaded: 0 a file, 1 a thumbnail, 2 the selected thumbnail. @documented */
  readonly thumbnail?: number | null | undefined;
}

/** Asks for leave to upload one file. @documented */
export const uploadtokenCreate = defineAction({
  command: 'uploadtoken',
  action: 'create',
  needs: 'account',
  token: 'item-upload',
  errors: [120],
  arguments: argumentsOf<UploadtokenCreateArguments>({
    validfor: { type: duration(), default: 3600 },
    item: hash(),
    thumbnail: { type: integer({ min: 0, max: 2 }), default: 0 },
  }),
  output: object<UploadToken>('UploadToken', {
    token: text(),
    uploadurl: url(),
    uploadurlhttps: url(),
    itemid: hash(),
    fileid: hash(),
  }),
});

/** The command `uploadtoken`: leave to upload. */
export const uploadtokenCommand = defineCommand('uploadtoken', { create: uploadtokenCreate });
