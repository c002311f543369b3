import { open } from '../types/index.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';

// The names of these actions are documented; their arguments and outputs are not known, so both are open.

/** Lists playlists. @documented */
export const playlistView = defineAction({
  command: 'playlist',
  action: 'view',
  openArguments: true,
  readOnly: true,
  output: open(),
});

/** Makes a playlist, which belongs to the user who makes it. @documented */
export const playlistCreate = defineAction({
  command: 'playlist',
  action: 'create',
  openArguments: true,
  output: open(),
});

/** Changes a playlist. @documented @inferred errors */
export const playlistEdit = defineAction({
  command: 'playlist',
  action: 'edit',
  errors: [220],
  openArguments: true,
  output: open(),
});

/** Removes a playlist. @documented @inferred errors */
export const playlistDelete = defineAction({
  command: 'playlist',
  action: 'delete',
  errors: [220],
  openArguments: true,
  output: open(),
});

/** Adds an item or a live stream to a playlist. @documented @inferred errors */
export const playlistAddentry = defineAction({
  command: 'playlist',
  action: 'addentry',
  errors: [220],
  openArguments: true,
  output: open(),
});

/** Changes an entry of a playlist, its position too. @documented @inferred errors */
export const playlistEditentry = defineAction({
  command: 'playlist',
  action: 'editentry',
  errors: [220, 230],
  openArguments: true,
  output: open(),
});

/** Removes an entry; the gap stays and nothing shifts. @documented @inferred errors */
export const playlistRemoveentry = defineAction({
  command: 'playlist',
  action: 'removeentry',
  errors: [220, 230],
  openArguments: true,
  output: open(),
});

/** The command `playlist`: items and live streams in an order. */
export const playlistCommand = defineCommand('playlist', {
  view: playlistView,
  create: playlistCreate,
  edit: playlistEdit,
  delete: playlistDelete,
  addentry: playlistAddentry,
  editentry: playlistEditentry,
  removeentry: playlistRemoveentry,
});
