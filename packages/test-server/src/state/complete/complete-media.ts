import type { Item, Livestream, MediaFile, Metadatakey, Recordschedule, Uploadtoken } from '../media-records.js';
import type { NewRecords } from '../record-kinds.js';
import type { Making } from './making.js';

/** For how long an upload token holds, in milliseconds: an hour (documented). */
const TOKEN_LIFETIME = 3_600_000;

/** Fills in what is left out of an item: a video without a file, not archived. Its title is its ID (documented). */
export function completeItem(given: NewRecords['items'], making: Making): Item {
  const { id = making.newId(), datecreated = making.now() } = given;
  return {
    title: id,
    type: 'video',
    description: null,
    duration: null,
    datemodified: datecreated,
    dateaired: null,
    views: 0,
    keywords: [],
    selectedthumbnailurl: null,
    medialink: {},
    user: null,
    author: null,
    copyright: null,
    externalid: null,
    externallink: null,
    securityprofile: null,
    livestream: null,
    categories: [],
    archived: false,
    protected: false,
    vrtype: null,
    ...given,
    id,
    datecreated,
  };
}

/** Fills in what is left out of a live stream: a video stream on the air, with the label that was observed. */
export function completeLivestream(given: NewRecords['livestreams'], making: Making): Livestream {
  return {
    description: null,
    type: { label: 'new-wowza-livestream', name: 'Live video' },
    thumbnail: '',
    medialink: {},
    active: true,
    ...given,
    id: given.id ?? making.newId(),
  };
}

/** Fills in what is left out of a metadata key. */
export function completeMetadatakey(given: NewRecords['metadatakeys'], making: Making): Metadatakey {
  return { description: '', ...given, id: given.id ?? making.newId() };
}

/** Fills in what is left out of a record schedule: named like its ID, active, without a time. */
export function completeRecordschedule(given: NewRecords['recordschedules'], making: Making): Recordschedule {
  const { id = making.newId() } = given;
  return {
    name: id,
    source: null,
    sourceproxy: null,
    livestream: null,
    title: null,
    description: null,
    author: null,
    copyright: null,
    keywords: null,
    active: true,
    protected: false,
    startdate: null,
    duration: null,
    rrule: null,
    fields: {},
    ...given,
    id,
  };
}

/** Fills in what is left out of an upload token: for a file, for an hour. */
export function completeUploadtoken(given: NewRecords['uploadtokens'], making: Making): Uploadtoken {
  const { id = making.newId(), token = making.newKey(), file = making.newId() } = given;
  const expires = making.now().getTime() + TOKEN_LIFETIME;
  return { thumbnail: 0, expires, newitem: false, used: false, ...given, id, token, file };
}

/** Fills in what is left out of a file: of a kind that is not known, called by its ID. */
export function completeFile(given: NewRecords['files'], making: Making): MediaFile {
  const { id = making.newId(), datecreated = making.now() } = given;
  return {
    kind: 'media',
    name: id,
    type: 'application/octet-stream',
    duration: null,
    selected: false,
    ...given,
    id,
    datecreated,
  };
}
