export type { Clip } from './clip.js';
export type { DropoffFields } from './dropoff-fields.js';
export { embedLink, type EmbedLinkInput } from './embed-link.js';
export { liveLink, type LiveLinkInput } from './live-link.js';
export { MediaFormatError, type MediaFormatDetails } from './media-format-error.js';
export { mediaLink, type MediaLinkInput } from './media-link.js';
export type { LiveMediaType, MediaType } from './media-type.js';
export { oembedLink, type OembedLinkOptions } from './oembed-link.js';
export { parseMediaLink, type MediaLinkParts } from './parse-media-link.js';
export { playlistJsonLink, type PlaylistJsonLinkInput } from './playlist-json-link.js';
export type { Playlist, PlaylistLocation, PlaylistTrack } from './playlist.js';
export { posterLink, type PosterLinkInput } from './poster-link.js';
export { readDropoff } from './read-dropoff.js';
export { readPlaylist } from './read-playlist.js';
export { signMediaLink, type SignLinkOptions } from './sign-media-link.js';
export {
  verifyMediaLink,
  type LinkVerification,
  type LinkVerificationReason,
  type VerifyLinkOptions,
} from './verify-media-link.js';
export { writeDropoff } from './write-dropoff.js';
export { writePlaylist } from './write-playlist.js';
