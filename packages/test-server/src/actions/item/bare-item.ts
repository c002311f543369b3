import type { Caller } from '../../answer/authenticate.js';
import type { Item } from '../../state/media-records.js';

/** An item of which nothing is told yet, made by the caller: by nobody where that is an application. Its title is its ID (documented). */
export function bareItem(id: string, account: string, caller: Caller, now: Date): Item {
  return {
    id,
    title: id,
    type: 'video',
    description: null,
    duration: null,
    datecreated: now,
    datemodified: now,
    dateaired: null,
    views: 0,
    keywords: [],
    selectedthumbnailurl: null,
    medialink: {},
    account,
    user: caller.type === 'application' ? null : caller.record.id,
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
  };
}
