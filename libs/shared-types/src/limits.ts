/** The bounds of the contract. Lengths are JavaScript string lengths (UTF-16 code units). */
export const MAX_MESSAGE_LENGTH = 8000;
export const MAX_ROOM_NAME_LENGTH = 80;
export const MAX_TOPIC_LENGTH = 250;
export const MAX_DISPLAY_NAME_LENGTH = 64;
export const MAX_QUERY_LENGTH = 100;
export const MAX_SEARCH_LENGTH = 200;
export const MAX_EMOJI_LENGTH = 40;

/** Passwords, recovery codes as typed, and tokens of other systems. */
export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 256;
export const MAX_TOKEN_LENGTH = 8_192;

/** What somebody writes who reports a message or a person. */
export const MAX_REASON_LENGTH = 1_000;

export const MAX_ATTACHMENTS_PER_MESSAGE = 10;
export const MAX_ALT_LENGTH = 500;
export const MAX_FILE_NAME_LENGTH = 200;
/** A picture that is opened at all, in pixels. */
export const MAX_IMAGE_PIXELS = 40_000_000;

/** Items per page: the default and the most a caller may ask for. */
export const MESSAGES_PER_PAGE = 50;
export const MAX_MESSAGES_PER_PAGE = 200;
export const CHANGES_PER_PAGE = 200;
export const MAX_CHANGES_PER_PAGE = 1000;
export const ROOMS_PER_PAGE = 200;
export const MAX_ROOMS_PER_PAGE = 500;
export const USERS_PER_PAGE = 50;
export const MAX_USERS_PER_PAGE = 100;

export const RECORDS_PER_PAGE = 50;
export const MAX_RECORDS_PER_PAGE = 200;
export const THREADS_PER_PAGE = 50;
export const MAX_THREADS_PER_PAGE = 100;
export const RESULTS_PER_PAGE = 20;
export const MAX_RESULTS_PER_PAGE = 50;

/** Different emoji under one message, and pinned messages in one room. */
export const MAX_EMOJI_PER_MESSAGE = 50;
export const MAX_PINS_PER_ROOM = 100;

/** People whom one person blocks. */
export const MAX_BLOCKS = 1_000;

/** People added to a room by one call. */
export const MAX_MEMBERS_PER_CALL = 100;

/** Open sockets of one person. */
export const MAX_SOCKETS_PER_USER = 1_000;

/** Up to this many members a group carries its `members` and `receipts`, and receipts are broadcast. */
export const SMALL_ROOM_MEMBERS = 50;

/** How long one `typing:start` lasts unless it is renewed. */
export const TYPING_TIMEOUT_MS = 5_000;

/** How long after the last connection is gone a person still counts as present. */
export const OFFLINE_GRACE_MS = 5_000;
