/** The bounds of the contract. Lengths are JavaScript string lengths (UTF-16 code units). */
export const MAX_MESSAGE_LENGTH = 8000;
export const MAX_ROOM_NAME_LENGTH = 80;
export const MAX_TOPIC_LENGTH = 250;
export const MAX_DISPLAY_NAME_LENGTH = 64;
export const MAX_QUERY_LENGTH = 100;

/** Items per page: the default and the most a caller may ask for. */
export const MESSAGES_PER_PAGE = 50;
export const MAX_MESSAGES_PER_PAGE = 200;
export const CHANGES_PER_PAGE = 200;
export const MAX_CHANGES_PER_PAGE = 1000;
export const ROOMS_PER_PAGE = 200;
export const MAX_ROOMS_PER_PAGE = 500;
export const USERS_PER_PAGE = 50;
export const MAX_USERS_PER_PAGE = 100;

/** People added to a room by one call. */
export const MAX_MEMBERS_PER_CALL = 100;

/** Up to this many members a group carries its `members` and `receipts`, and receipts are broadcast. */
export const SMALL_ROOM_MEMBERS = 50;

/** How long one `typing:start` lasts unless it is renewed. */
export const TYPING_TIMEOUT_MS = 5_000;

/** How long after the last connection is gone a person still counts as present. */
export const OFFLINE_GRACE_MS = 5_000;
